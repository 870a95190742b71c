using System.Collections;
using System.Globalization;
using System.Reflection;

namespace System.Management.Automation.Hosting;

/// <summary>Conversions that a type offers: Parse, constructors, cast operators, settable properties.</summary>
internal static class ReflectedConversion
{
    private const BindingFlags StaticFlags = BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    /// <summary>By a static Parse, with a culture where it takes one.</summary>
    public static Conversion.Converter? Parse(Type to)
    {
        MethodInfo? parse = to.GetMethod("Parse", StaticFlags, [typeof(string), typeof(IFormatProvider)]);
        if (parse is not null)
        {
            return (value, type, provider) => Call(
                () => parse.Invoke(null, [value, provider]), "InvalidCastParseTargetInvocationWithFormatProvider", value, type);
        }

        parse = to.GetMethod("Parse", StaticFlags, [typeof(string)]);
        return parse is null
            ? null
            : (value, type, _) => Call(() => parse.Invoke(null, [value]), "InvalidCastParseTargetInvocation", value, type);
    }

    /// <summary>By a constructor with one argument.</summary>
    public static Conversion.Converter? Constructor(Type from, Type to)
    {
        // A list made from a number would take it for its capacity.
        if (to.IsAbstract || (NumericConversion.IsNumeric(from) && typeof(ICollection).IsAssignableFrom(to)))
        {
            return null;
        }

        if (to.GetConstructor([from]) is not { } constructor)
        {
            return null;
        }

        Type parameter = constructor.GetParameters()[0].ParameterType;
        return (value, type, provider) => Call(
            () => constructor.Invoke([parameter.IsInstanceOfType(value) ? value : Conversion.Convert(value, parameter, provider)]),
            "InvalidCastConstructorTargetInvocationException",
            value,
            type);
    }

    /// <summary>By an implicit or explicit operator of either type.</summary>
    public static Conversion.Converter? Cast(Type from, Type to)
    {
        MethodInfo? cast = Operator("op_Implicit", to, from, to) ?? Operator("op_Explicit", to, from, to)
            ?? Operator("op_Implicit", from, from, to) ?? Operator("op_Explicit", from, from, to);
        return cast is null
            ? null
            : (value, type, _) => Call(() => cast.Invoke(null, [value]), "InvalidCastTargetInvocationException", value, type);
    }

    /// <summary>By the parameterless constructor and the settable properties named in a dictionary or custom object.</summary>
    public static Conversion.Converter? Properties(Type from, Type to)
    {
        bool custom = from == typeof(PSObject);
        if ((!custom && !typeof(IDictionary).IsAssignableFrom(from))
            || to.IsAbstract
            || to.IsPrimitive
            || (to.GetConstructor(Type.EmptyTypes) is null && !to.IsValueType)
            || (custom && TypeMembers.Of(to).Properties.Count == 0))
        {
            return null;
        }

        return (value, type, _) => SetProperties(
            type,
            value is IDictionary dictionary
                ? dictionary.Cast<DictionaryEntry>().Select(e => (Name: PSObject.ToText(e.Key, CultureInfo.InvariantCulture), e.Value))
                : ((PSObject)value).Properties.Select(p => (p.Name, p.Value)));
    }

    /// <summary>To an array, from another, from any collection, or from a single value.</summary>
    public static Conversion.Converter? Array(Type from, Type to)
    {
        Type element = to == typeof(Array) ? typeof(object) : to.GetElementType()!;
        if (to.IsArray && to.GetArrayRank() > 1)
        {
            return null;
        }

        if (LanguagePrimitives.IsEnumerable(from))
        {
            return (value, _, provider) =>
            {
                ArrayList elements = [];
                foreach (object? item in LanguagePrimitives.GetEnumerable(value)!)
                {
                    elements.Add(Conversion.Convert(item, element, provider));
                }

                return elements.ToArray(element);
            };
        }

        if (!Conversion.Exists(from, element))
        {
            return null;
        }

        return (value, _, provider) =>
        {
            Array single = System.Array.CreateInstance(element, 1);
            single.SetValue(Conversion.Convert(value, element, provider), 0);
            return single;
        };
    }

    /// <summary>To a generic collection that can be made from another.</summary>
    public static Conversion.Converter? Collection(Type from, Type to)
    {
        if (to.IsAbstract
            || !to.IsGenericType
            || to.GetGenericArguments() is not [Type element]
            || !typeof(IEnumerable).IsAssignableFrom(to))
        {
            return null;
        }

        ConstructorInfo? constructor = to.GetConstructors().FirstOrDefault(c => c.GetParameters() is [ParameterInfo p]
            && (p.ParameterType == typeof(IEnumerable<>).MakeGenericType(element)
                || p.ParameterType == typeof(ICollection<>).MakeGenericType(element)
                || p.ParameterType == typeof(IList<>).MakeGenericType(element)));
        Conversion.Converter? array = constructor is null ? null : Array(from, element.MakeArrayType());
        return array is null
            ? null
            : (value, type, provider) => Call(
                () => constructor!.Invoke([array(value, element.MakeArrayType(), provider)]),
                "InvalidCastExceptionEnumerableConstructor",
                value,
                type);
    }

    private static MethodInfo? Operator(string name, Type owner, Type from, Type to) =>
        owner.GetMember(name, MemberTypes.Method, StaticFlags).Cast<MethodInfo>().FirstOrDefault(m =>
            to.IsAssignableFrom(m.ReturnType)
            && m.GetParameters() is [ParameterInfo p]
            && p.ParameterType.IsAssignableFrom(from));

    private static object SetProperties(Type type, IEnumerable<(string Name, object? Value)> values)
    {
        object made = Call(() => Activator.CreateInstance(type), "InvalidCastConstructorTargetInvocationException", type.Name, type)!;
        TypeMembers members = TypeMembers.Of(type);
        foreach ((string name, object? value) in values)
        {
            if (members.Find(name) is not { CanWrite: true } property)
            {
                string[] settable = [.. members.Properties.Where(p => p.CanWrite).Select(p => $"[{p.Name} <{p.PropertyType}>]")];
                string reason = settable.Length == 0
                    ? $"The property '{name}' was not found for the '{type}' object. There is no settable property available."
                    : $"The property '{name}' was not found for the '{type}' object. "
                        + $"The settable properties are: {string.Join(", ", settable)}.";
                throw new PSInvalidCastException("ObjectCreationError", $"Cannot create object of type \"{type}\". {reason}", null);
            }

            try
            {
                property.SetValue(made, value);
            }
            catch (SetValueException e)
            {
                Exception cause = e.InnerException ?? e;
                throw new PSInvalidCastException("ObjectCreationError", $"Cannot create object of type \"{type}\". {cause.Message}", cause);
            }
        }

        return made;
    }

    private static object? Call(Func<object?> call, string errorId, object value, Type to)
    {
        try
        {
            return call();
        }
        catch (TargetInvocationException e)
        {
            throw Conversion.Failed(errorId, value, to, e.InnerException ?? e);
        }
    }
}
