using System.Globalization;
using System.Reflection;

namespace System.Management.Automation.Hosting;

/// <summary>Calls of .NET methods and constructors with arguments of any type: the overload whose arguments convert best is taken.</summary>
public static class MethodCalls
{
    private const int Impossible = int.MaxValue;

    /// <summary>Calls a method of an object.</summary>
    /// <param name="target">The object, not wrapped.</param>
    /// <param name="name">Name, without case.</param>
    /// <param name="arguments">Arguments.</param>
    /// <returns>The result; <see cref="Internal.AutomationNull"/> from a method without one.</returns>
    /// <exception cref="MethodException">There is no such method or no fitting overload.</exception>
    /// <exception cref="MethodInvocationException">The method threw.</exception>
    public static object? Invoke(object target, string name, IReadOnlyList<object?> arguments)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(arguments);
        return Call(TypeMembers.Of(target.GetType()).Methods(name), target.GetType(), target, name, arguments);
    }

    /// <summary>Calls a static method of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="name">Name, without case; new makes an object.</param>
    /// <param name="arguments">Arguments.</param>
    /// <returns>The result; <see cref="Internal.AutomationNull"/> from a method without one.</returns>
    /// <exception cref="MethodException">There is no such method or no fitting overload.</exception>
    /// <exception cref="MethodInvocationException">The method threw.</exception>
    public static object? InvokeStatic(Type type, string name, IReadOnlyList<object?> arguments)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(arguments);
        if (string.Equals(name, "new", StringComparison.OrdinalIgnoreCase))
        {
            return type.IsValueType && arguments.Count == 0
                ? Activator.CreateInstance(type)
                : Call(type.GetConstructors(), type, null, "new", arguments);
        }

        return Call(TypeMembers.OfStatic(type).Methods(name), type, null, name, arguments);
    }

    private static object? Call(
        IReadOnlyList<MethodBase> overloads, Type type, object? target, string name, IReadOnlyList<object?> arguments)
    {
        if (overloads.Count == 0)
        {
            throw new MethodException(
                $"Method invocation failed because [{type}] does not contain a method named '{name}'.");
        }

        (MethodBase method, bool expand) = Choose(overloads, name, arguments);
        object?[] converted = ConvertArguments(method, expand, name, arguments);
        try
        {
            object? result = method is ConstructorInfo constructor ? constructor.Invoke(converted) : method.Invoke(target, converted);
            return method is MethodInfo { ReturnType: var r } && r == typeof(void) ? Internal.AutomationNull.Value : result;
        }
        catch (TargetInvocationException e)
        {
            Exception cause = e.InnerException ?? e;
            string shown = method is ConstructorInfo ? ".ctor" : method.Name;
            throw new MethodInvocationException(
                string.Create(CultureInfo.InvariantCulture, $"Exception calling \"{shown}\" with \"{arguments.Count}\" argument(s): \"{cause.Message}\""), cause);
        }
    }

    private static (MethodBase Method, bool Expand) Choose(
        IReadOnlyList<MethodBase> overloads, string name, IReadOnlyList<object?> arguments)
    {
        (MethodBase? Method, bool Expand) best = default;
        int bestCost = Impossible;
        foreach (MethodBase overload in overloads)
        {
            if (overload.ContainsGenericParameters || overload.GetParameters().Any(p => p.ParameterType.IsByRef || p.ParameterType.IsByRefLike))
            {
                continue;
            }

            foreach (bool expand in HasParams(overload) ? [false, true] : new[] { false })
            {
                int cost = Cost(overload.GetParameters(), expand, arguments);
                if (cost < bestCost)
                {
                    best = (overload, expand);
                    bestCost = cost;
                }
            }
        }

        return best.Method is null
            ? throw new MethodException(string.Create(
                CultureInfo.InvariantCulture, $"Cannot find an overload for \"{name}\" and the argument count: \"{arguments.Count}\"."))
            : (best.Method, best.Expand);
    }

    private static bool HasParams(MethodBase method) =>
        method.GetParameters() is [.., ParameterInfo last] && last.IsDefined(typeof(ParamArrayAttribute), false);

    private static int Cost(ParameterInfo[] parameters, bool expand, IReadOnlyList<object?> arguments)
    {
        int required = expand ? parameters.Length - 1 : parameters.Count(p => !p.IsOptional);
        if (arguments.Count < required || (!expand && arguments.Count > parameters.Length))
        {
            return Impossible;
        }

        int cost = expand ? 1000 : parameters.Length - arguments.Count;
        for (int i = 0; i < arguments.Count; i++)
        {
            int each = ArgumentCost(arguments[i], ParameterType(parameters, expand, i));
            if (each == Impossible)
            {
                return Impossible;
            }

            cost += each;
        }

        return cost;
    }

    private static Type ParameterType(ParameterInfo[] parameters, bool expand, int index) =>
        expand && index >= parameters.Length - 1 ? parameters[^1].ParameterType.GetElementType()! : parameters[index].ParameterType;

    // Lower is better: the same type, a base type, a wider number, a narrower one, a conversion of the language, text of anything.
    private static int ArgumentCost(object? argument, Type parameter)
    {
        object? value = PSObject.Unwrap(argument);
        if (value is null)
        {
            return !parameter.IsValueType || Nullable.GetUnderlyingType(parameter) is not null ? 5 : 200;
        }

        Type type = value.GetType();
        if (type == parameter)
        {
            return 0;
        }

        if (parameter.IsInstanceOfType(value))
        {
            return parameter == typeof(object) ? 60 : 3;
        }

        if (NumericConversion.IsNumeric(type) && NumericConversion.IsNumeric(parameter))
        {
            int distance = NumericRank(parameter) - NumericRank(type);
            return distance > 0 ? 5 + distance : 25 - distance;
        }

        if (parameter == typeof(string))
        {
            return 100;
        }

        if (!Conversion.Exists(type, parameter))
        {
            return Impossible;
        }

        bool refused = value is string && !parameter.IsArray && !LanguagePrimitives.TryConvertTo(value, parameter, out _);
        return refused ? Impossible : value is string { Length: 1 } && parameter == typeof(char) ? 20 : parameter.IsArray ? 70 : 50;
    }

    private static int NumericRank(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Object => 20,
        TypeCode.Decimal => (int)TypeCode.Double + 1,
        TypeCode code => (int)code,
    };

    private static object?[] ConvertArguments(MethodBase method, bool expand, string name, IReadOnlyList<object?> arguments)
    {
        ParameterInfo[] parameters = method.GetParameters();
        object?[] converted = new object?[parameters.Length];
        for (int i = 0; i < parameters.Length; i++)
        {
            if (expand && i == parameters.Length - 1)
            {
                Type element = parameters[i].ParameterType.GetElementType()!;
                Array rest = Array.CreateInstance(element, arguments.Count - i);
                for (int j = i; j < arguments.Count; j++)
                {
                    rest.SetValue(ConvertArgument(arguments[j], element, parameters[i].Name!, name), j - i);
                }

                converted[i] = rest;
            }
            else
            {
                converted[i] = i < arguments.Count
                    ? ConvertArgument(arguments[i], parameters[i].ParameterType, parameters[i].Name!, name)
                    : parameters[i].DefaultValue;
            }
        }

        return converted;
    }

    private static object? ConvertArgument(object? argument, Type type, string parameter, string method)
    {
        try
        {
            // Null for a text is null here, not an empty text.
            return LanguagePrimitives.IsNull(argument) && type == typeof(string)
                ? null
                : LanguagePrimitives.ConvertTo(type == typeof(object) ? PSObject.Unwrap(argument) : argument, type, CultureInfo.InvariantCulture);
        }
        catch (InvalidCastException e)
        {
            throw new MethodException(
                $"Cannot convert argument \"{parameter}\", with value: \"{PSObject.ToText(argument, CultureInfo.InvariantCulture)}\", for \"{method}\" to type \"{type}\": \"{e.Message}\"", e);
        }
    }
}
