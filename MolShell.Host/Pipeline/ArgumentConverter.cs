using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Hosting;

namespace MolShell.Host.Pipeline;

/// <summary>Makes arguments fit their parameters: with conversion, or only when they fit as they are.</summary>
internal sealed class ArgumentConverter(BindingErrors errors)
{
    /// <summary>Converts an argument.</summary>
    /// <param name="value">The argument.</param>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The argument, of the parameter's type, or null.</returns>
    /// <exception cref="ParameterBindingException">It can't be converted.</exception>
    public object? Convert(object? value, ParameterDescriptor parameter) =>
        Convert(value, parameter.Type, CollectionShape.Of(parameter.Type), parameter);

    /// <summary>Takes an argument that fits without conversion.</summary>
    /// <param name="value">The argument; unwrapped when it fits only so.</param>
    /// <param name="parameter">The parameter.</param>
    /// <returns>Whether it fits.</returns>
    public bool Fits(ref object? value, ParameterDescriptor parameter)
    {
        Type type = parameter.Type;
        if (value is null)
        {
            return !type.IsValueType && type != typeof(string);
        }

        if (type.IsInstanceOfType(value))
        {
            return true;
        }

        if (value is PSObject { IsCustom: false } wrapper)
        {
            value = wrapper.BaseObject;
            if (type.IsInstanceOfType(value))
            {
                return true;
            }
        }

        CollectionShape shape = CollectionShape.Of(type);
        if (shape.Kind == CollectionShape.CollectionKind.None || !ElementsFit(value, shape.Element))
        {
            return false;
        }

        value = Encode(value, type, shape, parameter, convertElements: false);
        return true;
    }

    private static bool ElementsFit(object value, Type? element)
    {
        IEnumerable<object?> elements = PSObject.Unwrap(value) is IList list ? list.Cast<object?>().Select(PSObject.Unwrap) : [value];
        return element is null || elements.All(e => e is null || e.GetType() == element || e.GetType().IsSubclassOf(element));
    }

    private static bool IsFlag(Type type) => type == typeof(bool) || type == typeof(bool?) || type == typeof(SwitchParameter);

    private object? Convert(object? value, Type type, CollectionShape shape, ParameterDescriptor parameter)
    {
        if (LanguagePrimitives.IsNull(value))
        {
            return type == typeof(bool)
                ? throw errors.NullIsNoFlag(parameter)
                : type == typeof(SwitchParameter) ? SwitchParameter.Present : null;
        }

        if (type.IsInstanceOfType(value))
        {
            return value;
        }

        if (IsFlag(type))
        {
            return ConvertFlag(PSObject.Unwrap(value)!, type, parameter);
        }

        try
        {
            if (shape.Kind is CollectionShape.CollectionKind.List or CollectionShape.CollectionKind.GenericCollection
                && ConvertWhole(value, type, out object? whole))
            {
                return whole;
            }

            if (shape.Kind != CollectionShape.CollectionKind.None)
            {
                return Encode(value, type, shape, parameter, convertElements: shape.Element is not null);
            }

            // A list is never made one value, which would join texts unasked; it may be an element that is a list itself.
            if (PSObject.Unwrap(value) is IList && type != typeof(object) && type != typeof(PSObject) && !type.IsEnum && !type.IsArray)
            {
                NotSupportedException refused = new();
                throw errors.CannotConvert(parameter, type, value, refused.Message, refused);
            }

            return LanguagePrimitives.ConvertTo(value, type, CultureInfo.InvariantCulture);
        }
        catch (PSInvalidCastException e)
        {
            throw errors.CannotConvert(parameter, type, value, e);
        }
    }

    private object ConvertFlag(object value, Type type, ParameterDescriptor parameter)
    {
        bool flag = value switch
        {
            bool b => b,
            SwitchParameter s => s.IsPresent,
            _ when IsNumber(value) => LanguagePrimitives.ConvertTo<double>(value) != 0,
            _ => throw errors.CannotConvert(parameter, type, value.GetType(), string.Empty, null),
        };
        return type == typeof(SwitchParameter) ? new SwitchParameter(flag) : flag;
    }

    private static bool IsNumber(object value) =>
        value is not Enum && Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.Decimal;

    // A type that can be made from the whole argument is, such as a list with a constructor or cast of its own.
    private static bool ConvertWhole(object? value, Type type, out object? result)
    {
        result = null;
        Type from = PSObject.Unwrap(value)!.GetType();
        bool own = type.GetConstructor([from]) is not null || HasCast(type, from, type) || HasCast(from, from, type);
        return own && LanguagePrimitives.TryConvertTo(value, type, CultureInfo.InvariantCulture, out result);
    }

    private static bool HasCast(Type owner, Type from, Type to) => owner.GetMethods().Any(m =>
        m is { IsStatic: true, IsSpecialName: true, Name: "op_Implicit" or "op_Explicit" }
        && to.IsAssignableFrom(m.ReturnType)
        && m.GetParameters()[0].ParameterType.IsAssignableFrom(from));

    private object Encode(object? value, Type type, CollectionShape shape, ParameterDescriptor parameter, bool convertElements)
    {
        IEnumerable<object?> elements = PSObject.Unwrap(value) is IList list ? list.Cast<object?>() : [value];
        object?[] converted =
        [
            .. elements.Select(e => convertElements && shape.Element is not null
                ? Convert(e, shape.Element, default, parameter)
                : PSObject.Unwrap(e)),
        ];
        try
        {
            if (shape.Kind == CollectionShape.CollectionKind.Array)
            {
                Array array = Array.CreateInstance(shape.Element!, converted.Length);
                for (int i = 0; i < converted.Length; i++)
                {
                    array.SetValue(converted[i], i);
                }

                return array;
            }

            object collection = Activator.CreateInstance(type)!;
            foreach (object? element in converted)
            {
                MethodCalls.Invoke(collection, "Add", [element]);
            }

            return collection;
        }
        catch (Exception e) when (e is InvalidCastException or MissingMethodException or MemberAccessException or MethodException)
        {
            throw errors.CannotConvert(parameter, type, value, e.Message, e);
        }
    }
}
