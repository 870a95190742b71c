using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Specialized;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace System.Management.Automation.Hosting;

/// <summary>Names of types as scripts write them: [int], [string[]], [System.IO.Path].</summary>
public static class TypeNames
{
    private static readonly (string Name, Type Type)[] Accelerators =
    [
        ("array", typeof(Array)), ("bool", typeof(bool)), ("byte", typeof(byte)), ("char", typeof(char)),
        ("datetime", typeof(DateTime)), ("decimal", typeof(decimal)), ("double", typeof(double)), ("float", typeof(float)),
        ("single", typeof(float)), ("guid", typeof(Guid)), ("hashtable", typeof(Hashtable)), ("int", typeof(int)),
        ("int32", typeof(int)), ("short", typeof(short)), ("int16", typeof(short)), ("long", typeof(long)), ("int64", typeof(long)),
        ("IPEndpoint", typeof(IPEndPoint)), ("ordered", typeof(OrderedDictionary)), ("psobject", typeof(PSObject)),
        ("pscustomobject", typeof(PSObject)), ("regex", typeof(Regex)), ("sbyte", typeof(sbyte)), ("string", typeof(string)),
        ("switch", typeof(SwitchParameter)), ("cultureinfo", typeof(CultureInfo)), ("bigint", typeof(BigInteger)),
        ("timespan", typeof(TimeSpan)), ("ushort", typeof(ushort)), ("uint16", typeof(ushort)), ("uint", typeof(uint)),
        ("uint32", typeof(uint)), ("ulong", typeof(ulong)), ("uint64", typeof(ulong)), ("uri", typeof(Uri)), ("version", typeof(Version)),
        ("void", typeof(void)), ("ipaddress", typeof(IPAddress)), ("WildcardPattern", typeof(WildcardPattern)),
        ("scriptblock", typeof(ScriptBlock)), ("psvariable", typeof(PSVariable)), ("type", typeof(Type)),
        ("psnoteproperty", typeof(PSNoteProperty)), ("psaliasproperty", typeof(PSAliasProperty)),
        ("Parameter", typeof(ParameterAttribute)), ("Alias", typeof(AliasAttribute)), ("CmdletBinding", typeof(CmdletBindingAttribute)),
        ("AllowNull", typeof(AllowNullAttribute)), ("AllowEmptyString", typeof(AllowEmptyStringAttribute)),
        ("AllowEmptyCollection", typeof(AllowEmptyCollectionAttribute)), ("ValidateCount", typeof(ValidateCountAttribute)),
        ("ValidateLength", typeof(ValidateLengthAttribute)), ("ValidateNotNull", typeof(ValidateNotNullAttribute)),
        ("ValidateNotNullOrEmpty", typeof(ValidateNotNullOrEmptyAttribute)), ("ValidatePattern", typeof(ValidatePatternAttribute)),
        ("ValidateRange", typeof(ValidateRangeAttribute)), ("ValidateScript", typeof(ValidateScriptAttribute)),
        ("ValidateSet", typeof(ValidateSetAttribute)), ("OutputType", typeof(OutputTypeAttribute)),
    ];

    private static readonly FrozenDictionary<string, Type> ByName =
        Accelerators.ToFrozenDictionary(a => a.Name, a => a.Type, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<Type, string> ByType =
        Accelerators.DistinctBy(a => a.Type).ToFrozenDictionary(a => a.Type, a => a.Name);

    private static readonly ConcurrentDictionary<string, Type> Resolved = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A type's name as PowerShell writes it: short where a script may write it short.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The name.</returns>
    public static string Short(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.IsArray)
        {
            return $"{Short(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (type.IsGenericType && !type.IsGenericTypeDefinition)
        {
            string name = type.GetGenericTypeDefinition().FullName!;
            return $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}[{string.Join(",", type.GetGenericArguments().Select(Short))}]";
        }

        return ByType.TryGetValue(type, out string? shortName) ? shortName : type.FullName ?? type.Name;
    }

    /// <summary>Finds a type by the name a script gives it, among the types of all loaded assemblies.</summary>
    /// <param name="name">Name without brackets around it.</param>
    /// <returns>The type, or null.</returns>
    public static Type? Resolve(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string trimmed = name.Trim();
        if (Resolved.TryGetValue(trimmed, out Type? known))
        {
            return known;
        }

        Type? found = Find(trimmed);
        if (found is not null)
        {
            Resolved[trimmed] = found;
        }

        return found;
    }

    private static Type? Find(string name)
    {
        if (ByName.TryGetValue(name, out Type? accelerator))
        {
            return accelerator;
        }

        int open = name.IndexOf('[', StringComparison.Ordinal);
        if (open > 0 && name.EndsWith(']'))
        {
            int last = name.LastIndexOf('[');
            string inner = name[(last + 1)..^1];
            if (inner.Trim(',', ' ').Length == 0)
            {
                int rank = inner.Count(c => c == ',') + 1;
                Type? element = Find(name[..last]);
                return rank == 1 ? element?.MakeArrayType() : element?.MakeArrayType(rank);
            }

            return Generic(name[..open], name[(open + 1)..^1]);
        }

        return Plain(name) ?? Plain("System." + name);
    }

    private static Type? Plain(string fullName)
    {
        foreach (Assembly assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (assembly.GetType(fullName, throwOnError: false, ignoreCase: true) is { IsPublic: true } type)
            {
                return type;
            }
        }

        return null;
    }

    private static Type? Generic(string name, string arguments)
    {
        List<Type> types = [];
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= arguments.Length; i++)
        {
            char c = i < arguments.Length ? arguments[i] : ',';
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == ',' && depth == 0)
            {
                if (Find(arguments[start..i].Trim()) is not { } type)
                {
                    return null;
                }

                types.Add(type);
                start = i + 1;
            }
        }

        string definition = name + "`" + types.Count.ToString(CultureInfo.InvariantCulture);
        return (Plain(definition) ?? Plain("System." + definition))?.MakeGenericType([.. types]);
    }
}
