using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Hosting;
using System.Management.Automation.Internal;
using MolShell.Host.Language.Operators;

namespace MolShell.Host.Language.Evaluation;

/// <summary>$x.Name: the property of an object or, for a collection that has none of that name, of each of its elements.</summary>
internal static class Members
{
    /// <summary>Properties that PowerShell adds to .NET types and that are not here; null would be a wrong answer.</summary>
    private static readonly (Type Type, string[] Names)[] Extended =
    [
        (typeof(DateTime), ["DateTime"]),
        (typeof(FileSystemInfo),
            ["Mode", "ModeWithoutHardLink", "Target", "LinkType", "ResolvedTarget", "BaseName", "VersionInfo", "PSPath",
            "PSParentPath", "PSChildName", "PSDrive", "PSProvider", "PSIsContainer", "NameString", "LengthString", "LastWriteTimeString"]),
        (typeof(Exception), ["PSMessageDetails"]),
        (typeof(ErrorRecord), ["PSMessageDetails"]),
        (typeof(Version), ["PSSemVerPreReleaseLabel", "PSSemVerBuildLabel"]),
    ];

    /// <summary>The value of a property; null when there is none.</summary>
    public static object? Get(object? wrapped, string name)
    {
        if (TryGet(wrapped, name, out object? value))
        {
            return value;
        }

        object? target = PSObject.Unwrap(wrapped);
        if (LanguagePrimitives.GetEnumerable(target) is { } elements)
        {
            return OfElements(elements, name);
        }

        // Any single object has a Count and a Length in PowerShell; null has a Count of 0.
        if (name.Equals("Count", StringComparison.OrdinalIgnoreCase) || name.Equals("Length", StringComparison.OrdinalIgnoreCase))
        {
            return target is null ? 0 : 1;
        }

        if (target is not null)
        {
            RefuseExtended(target, name);
        }

        return null;
    }

    public static object? GetStatic(Type type, string name)
    {
        TypeMembers members = TypeMembers.OfStatic(type);
        return members.Find(name) is { CanRead: true } property ? property.GetValue(null)
            : members.Methods(name).Count > 0 ? throw ScriptError.NeedsPowerShell("A method as a value")
            : null;
    }

    public static void Set(object? target, string name, object? value)
    {
        if (MemberAccess.TrySetProperty(target, name, value))
        {
            return;
        }

        if (LanguagePrimitives.GetEnumerable(target) is not null)
        {
            throw ScriptError.NeedsPowerShell("Setting a property of all elements of a collection");
        }

        string message = $"The property '{name}' cannot be found on this object. Verify that the property exists and can be set.";
        throw PSObject.Unwrap(target) switch
        {
            null => ScriptError.Create("PropertyNotFound", message),
            PSObject => ScriptError.Create("ExceptionWhenSetting", $"Exception setting \"{name}\": \"{message}\""),
            _ => ScriptError.Create("PropertyAssignmentException", message),
        };
    }

    private static bool TryGet(object? wrapped, string name, out object? value)
    {
        if (MemberAccess.TryGetProperty(wrapped, name, out value))
        {
            return true;
        }

        object? target = PSObject.Unwrap(wrapped);
        if (target is Array array && name.Equals("Count", StringComparison.OrdinalIgnoreCase))
        {
            value = array.Length;
            return true;
        }

        return target is not null and not PSObject && TypeMembers.Of(target.GetType()).Methods(name).Count > 0
            ? throw ScriptError.NeedsPowerShell("A method as a value")
            : false;
    }

    /// <summary>The property of each element that has it; collections among the values are taken apart.</summary>
    private static object? OfElements(IEnumerable elements, string name)
    {
        List<object?> values = [];
        Gather(elements, name, values);
        return values.Count switch
        {
            0 => null,
            1 => values[0],
            _ => values.ToArray(),
        };
    }

    private static void Gather(IEnumerable elements, string name, List<object?> values)
    {
        foreach (object? element in elements)
        {
            if (TryGet(element, name, out object? value))
            {
                if (LanguagePrimitives.GetEnumerable(value) is { } inner)
                {
                    values.AddRange(inner.Cast<object?>());
                }
                else if (!ReferenceEquals(value, AutomationNull.Value))
                {
                    values.Add(value);
                }
            }
            else if (LanguagePrimitives.GetEnumerable(element) is { } nested)
            {
                Gather(nested, name, values);
            }
            else if (PSObject.Unwrap(element) is PSObject)
            {
                // A custom object without the property counts as having it empty.
                values.Add(null);
            }
            else if (PSObject.Unwrap(element) is { } plain)
            {
                RefuseExtended(plain, name);
            }
        }
    }

    private static void RefuseExtended(object target, string name)
    {
        foreach ((Type type, string[] names) in Extended)
        {
            if (type.IsInstanceOfType(target) && names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw ScriptError.NeedsPowerShell($"The property '{name}' that PowerShell adds to {type.Name}");
            }
        }
    }
}
