using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Text.RegularExpressions;
using MolShell.Host.Language.Ast;

namespace MolShell.Host.Language.Evaluation;

/// <summary>The types that scripts may name: those that mean the same in PowerShell and here, whatever else is loaded.</summary>
internal static class TypeResolver
{
    private static readonly Type[] Framework =
    [
        typeof(object), typeof(Array), typeof(bool), typeof(byte), typeof(char), typeof(DateTime), typeof(DateTimeOffset), typeof(decimal),
        typeof(double), typeof(float), typeof(Guid), typeof(Hashtable), typeof(int), typeof(short), typeof(long), typeof(sbyte),
        typeof(string), typeof(TimeSpan), typeof(ushort), typeof(uint), typeof(ulong), typeof(Version), typeof(Uri), typeof(Regex),
        typeof(Math), typeof(Convert), typeof(DayOfWeek), typeof(StringComparison), typeof(StringSplitOptions), typeof(MidpointRounding),
        typeof(Path), typeof(File), typeof(Directory), typeof(FileInfo), typeof(DirectoryInfo), typeof(Environment), typeof(BigInteger),
        typeof(Complex),
        typeof(CultureInfo), typeof(Exception), typeof(SystemException), typeof(ArgumentException), typeof(ArgumentNullException),
        typeof(ArgumentOutOfRangeException), typeof(InvalidOperationException), typeof(InvalidCastException), typeof(FormatException),
        typeof(DivideByZeroException), typeof(OverflowException), typeof(IOException), typeof(FileNotFoundException),
        typeof(DirectoryNotFoundException), typeof(UnauthorizedAccessException), typeof(RuntimeException),
        typeof(ParameterBindingException),
        typeof(ItemNotFoundException), typeof(MethodInvocationException), typeof(CommandNotFoundException),
        typeof(PipelineStoppedException), typeof(CmdletInvocationException), typeof(PSInvalidCastException), typeof(ScriptBlock),
                typeof(SwitchParameter), typeof(PSCustomObject),
        typeof(PSObject), typeof(ErrorRecord),
    ];

    private static readonly (string Name, Type Type)[] Short =
    [
        ("array", typeof(Array)), ("bigint", typeof(BigInteger)), ("cultureinfo", typeof(CultureInfo)), ("float", typeof(float)),
        ("hashtable", typeof(Hashtable)), ("int", typeof(int)), ("long", typeof(long)), ("psobject", typeof(PSObject)),
        ("pscustomobject", typeof(PSObject)), ("regex", typeof(Regex)), ("scriptblock", typeof(ScriptBlock)), ("short", typeof(short)),
        ("switch", typeof(SwitchParameter)), ("uint", typeof(uint)), ("ulong", typeof(ulong)), ("ushort", typeof(ushort)),
        ("bool", typeof(bool)), ("single", typeof(float)), ("void", typeof(void)),
    ];

    private static readonly FrozenDictionary<string, Type> Known = Build();

    /// <summary>The type, or null when scripts may not name it here.</summary>
    public static Type? Find(TypeName name)
    {
        if (!Known.TryGetValue(name.Name, out Type? type))
        {
            return null;
        }

        for (int i = 0; i < name.Rank; i++)
        {
            type = type.MakeArrayType();
        }

        return type;
    }

    /// <summary>The type of a name that the checker has let through.</summary>
    public static Type Resolve(TypeName name) => Find(name) ?? throw new InvalidOperationException($"The type [{name}] was not checked.");

    /// <summary>[ordered], which only stands before a hashtable.</summary>
    public static bool IsOrdered(TypeName name) => name.Rank == 0 && name.Name.Equals("ordered", StringComparison.OrdinalIgnoreCase);

    /// <summary>[pscustomobject].</summary>
    public static bool IsCustomObject(TypeName name) =>
        name.Rank == 0 && name.Name.Equals("pscustomobject", StringComparison.OrdinalIgnoreCase);

    private static FrozenDictionary<string, Type> Build()
    {
        Dictionary<string, Type> known = new(StringComparer.OrdinalIgnoreCase);
        foreach (Type type in Framework)
        {
            known[type.FullName!] = type;
            if (type.Namespace == "System" || type.FullName!.StartsWith("System.", StringComparison.Ordinal))
            {
                // PowerShell looks in System when a name has no namespace of its own.
                known.TryAdd(type.FullName!["System.".Length..], type);
            }
        }

        foreach ((string name, Type type) in Short)
        {
            known[name] = type;
        }

        return known.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
