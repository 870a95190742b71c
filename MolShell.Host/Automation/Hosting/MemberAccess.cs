using System.Collections;
using System.Globalization;

namespace System.Management.Automation.Hosting;

/// <summary>Reading and setting members of any object by name, as $x.Name does for a single object.</summary>
public static class MemberAccess
{
    /// <summary>Reads a property: of the object itself, an entry of a dictionary, or a property of the .NET type.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">Name, without case.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether there is such a property.</returns>
    /// <exception cref="GetValueException">The getter threw.</exception>
    public static bool TryGetProperty(object? target, string name, out object? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (target is PSObject wrapper
            && wrapper.InstanceMembersOrNull is { } own
            && own.TryGetValue(name, out PSMemberInfo? member))
        {
            value = member.Value;
            return true;
        }

        object? plain = PSObject.Unwrap(target);
        if (plain is null or PSObject)
        {
            value = null;
            return false;
        }

        if (plain is IDictionary dictionary && TryGetEntry(dictionary, name, out value))
        {
            return true;
        }

        if (TypeMembers.Of(plain.GetType()).Find(name) is { CanRead: true } property)
        {
            value = property.GetValue(plain);
            return true;
        }

        value = null;
        return false;
    }

    /// <summary>Sets a property: of the object itself, an entry of a dictionary, or a property of the .NET type.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">Name, without case.</param>
    /// <param name="value">Its value, converted to the property's type.</param>
    /// <returns>Whether there is such a property; a dictionary takes a new entry.</returns>
    /// <exception cref="SetValueException">The property can't be set, or its setter threw.</exception>
    public static bool TrySetProperty(object? target, string name, object? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (target is PSObject wrapper
            && wrapper.InstanceMembersOrNull is { } own
            && own.TryGetValue(name, out PSMemberInfo? member))
        {
            member.Value = value;
            return true;
        }

        object? plain = PSObject.Unwrap(target);
        switch (plain)
        {
            case null or PSObject:
                return false;
            case IDictionary dictionary:
                dictionary[name] = value;
                return true;
            default:
                if (TypeMembers.Of(plain.GetType()).Find(name) is not { } property)
                {
                    return false;
                }

                property.SetValue(plain, value);
                return true;
        }
    }

    /// <summary>Makes a custom object of the entries of a dictionary, in their order.</summary>
    /// <param name="entries">The dictionary.</param>
    /// <returns>The object.</returns>
    public static PSObject ToCustomObject(IDictionary entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        PSObject made = new();
        foreach (DictionaryEntry entry in entries)
        {
            made.Properties.Add(new PSNoteProperty(PSObject.ToText(entry.Key, CultureInfo.InvariantCulture), entry.Value));
        }

        return made;
    }

    private static bool TryGetEntry(IDictionary dictionary, string name, out object? value)
    {
        try
        {
            value = dictionary[name];
            return value is not null || dictionary.Contains(name);
        }
        catch (ArgumentException)
        {
            // A generic dictionary whose keys are not texts.
            value = null;
            return false;
        }
    }
}
