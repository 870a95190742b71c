using System.Globalization;
using System.Reflection;

namespace System.Management.Automation.Hosting;

/// <summary>A property or field of a .NET type, with quick access.</summary>
public sealed class TypeProperty
{
    private readonly FieldInfo? fieldInfo;
    private readonly MethodInvoker? getter;
    private readonly MethodInvoker? setter;

    internal TypeProperty(PropertyInfo property)
    {
        Member = property;
        PropertyType = property.PropertyType;
        getter = property.GetGetMethod() is { } get ? MethodInvoker.Create(get) : null;
        // An init-only property can be set too, as in PowerShell.
        setter = property.GetSetMethod() is { } set ? MethodInvoker.Create(set) : null;
    }

    internal TypeProperty(FieldInfo field)
    {
        Member = field;
        PropertyType = field.FieldType;
        fieldInfo = field;
    }

    /// <summary>Name, in its own case.</summary>
    public string Name => Member.Name;

    /// <summary>Type of its values.</summary>
    public Type PropertyType { get; }

    /// <summary>The property or field.</summary>
    public MemberInfo Member { get; }

    /// <summary>Whether it can be read.</summary>
    public bool CanRead => fieldInfo is not null || getter is not null;

    /// <summary>Whether it can be set.</summary>
    public bool CanWrite => fieldInfo is { IsInitOnly: false, IsLiteral: false } || setter is not null;

    /// <summary>Reads it.</summary>
    /// <param name="target">The object; null for a static property.</param>
    /// <returns>The value.</returns>
    /// <exception cref="GetValueInvocationException">The getter threw.</exception>
    /// <exception cref="GetValueException">There is no getter.</exception>
    public object? GetValue(object? target)
    {
        if (fieldInfo is not null)
        {
            return fieldInfo.GetValue(target);
        }

        if (getter is null)
        {
            throw new GetValueException($"Get accessor for property \"{Name}\" is unavailable.");
        }

        try
        {
            return getter.Invoke(target);
        }
        catch (Exception e)
        {
            throw new GetValueInvocationException($"Exception getting \"{Name}\": \"{e.Message}\"", e);
        }
    }

    /// <summary>Sets it, after conversion to its type.</summary>
    /// <param name="target">The object; null for a static property.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="SetValueInvocationException">The setter threw or the value can't be converted.</exception>
    /// <exception cref="SetValueException">There is no setter.</exception>
    public void SetValue(object? target, object? value)
    {
        if (!CanWrite)
        {
            SetValueException failure = new($"'{Name}' is a ReadOnly property.");
            failure.SetErrorId("PropertyAssignmentException");
            throw failure;
        }

        try
        {
            object? converted = LanguagePrimitives.ConvertTo(value, PropertyType, CultureInfo.InvariantCulture);
            if (fieldInfo is not null)
            {
                fieldInfo.SetValue(target, converted);
            }
            else
            {
                setter!.Invoke(target, converted);
            }
        }
        catch (Exception e)
        {
            throw new SetValueInvocationException($"Exception setting \"{Name}\": \"{e.Message}\"", e);
        }
    }
}
