using System.Globalization;
using System.Reflection;

namespace System.Management.Automation.Hosting;

/// <summary>Calls of .NET methods and constructors with arguments of any type: the overload that PowerShell takes.</summary>
public static class MethodCalls
{
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

    /// <summary>Calls an operator that a type defines.</summary>
    /// <param name="type">The type.</param>
    /// <param name="name">Name of its method, such as op_Addition.</param>
    /// <param name="left">Left operand.</param>
    /// <param name="right">Right operand.</param>
    /// <returns>The result.</returns>
    /// <exception cref="MethodException">The type has no such operator or none that fits.</exception>
    /// <exception cref="MethodInvocationException">The operator threw.</exception>
    public static object? InvokeOperator(Type type, string name, object? left, object? right)
    {
        ArgumentNullException.ThrowIfNull(type);
        const BindingFlags anyStatic = BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy;
        MethodInfo[] operators = [.. type.GetMethods(anyStatic).Where(m => m.Name == name)];
        return Call(operators, type, null, name, [left, right]);
    }

    private static MethodException Failed(string id, string message)
    {
        MethodException failure = new(message);
        failure.SetErrorId(id);
        return failure;
    }

    private static object? Call(
        IReadOnlyList<MethodBase> overloads, Type type, object? target, string name, IReadOnlyList<object?> arguments)
    {
        if (overloads.Count == 0)
        {
            throw Failed(
                "MethodNotFound", $"Method invocation failed because [{type}] does not contain a method named '{name}'.");
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
            MethodInvocationException failure = new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Exception calling \"{shown}\" with \"{arguments.Count}\" argument(s): \"{cause.Message}\""), cause);
            failure.SetErrorId(cause.GetType().Name);
            throw failure;
        }
    }

    private static (MethodBase Method, bool Expand) Choose(
        IReadOnlyList<MethodBase> overloads, string name, IReadOnlyList<object?> arguments)
    {
        OverloadCandidate? best = null;
        bool ambiguous = false;
        foreach (MethodBase overload in overloads.Where(IsCallable))
        {
            if (OverloadCandidate.For(overload, arguments) is not { } candidate)
            {
                continue;
            }

            int comparison = best?.CompareTo(candidate) ?? -1;
            ambiguous = comparison == 0 || (ambiguous && comparison > 0);
            best = comparison < 0 ? candidate : best;
        }

        string about = string.Create(CultureInfo.InvariantCulture, $"\"{name}\" and the argument count: \"{arguments.Count}\".");
        return best is null ? throw Failed("MethodCountCouldNotFindBest", $"Cannot find an overload for {about}")
            : ambiguous ? throw Failed("MethodCountCouldNotFindBest", $"Multiple ambiguous overloads found for {about}")
            : (best.Method, best.Expands);
    }

    private static bool IsCallable(MethodBase overload) =>
        !overload.ContainsGenericParameters && !overload.GetParameters().Any(p => p.ParameterType.IsByRef || p.ParameterType.IsByRefLike);

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
                : type == typeof(object) ? PSObject.Unwrap(argument)
                : LanguagePrimitives.ConvertTo(argument, type, CultureInfo.InvariantCulture);
        }
        catch (InvalidCastException e)
        {
            throw Failed(
                "MethodArgumentConversionInvalidCastArgument",
                $"Cannot convert argument \"{parameter}\", with value: \"{PSObject.ToText(argument, CultureInfo.InvariantCulture)}\", "
                + $"for \"{method}\" to type \"{type}\": \"{e.Message}\"");
        }
    }
}
