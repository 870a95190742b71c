using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Reflection;
using MolShell.Host.Language.Operators;

namespace MolShell.Host.Language.Evaluation;

/// <summary>
/// value[index]: elements of lists and texts (from the end when negative), entries of dictionaries, indexers of .NET types.
/// </summary>
internal static class Indexing
{
    public static object? Get(object? wrappedTarget, object? wrappedIndex)
    {
        object? target = PSObject.Unwrap(wrappedTarget);
        object? index = PSObject.Unwrap(wrappedIndex);
        switch (target)
        {
            case null:
                throw ScriptError.Create("NullArray", "Cannot index into a null array.");
            case IOrderedDictionary ordered when index is int position:
                position += position < 0 ? ordered.Count : 0;
                return position >= 0 && position < ordered.Count ? ordered[position] : null;
            case IDictionary dictionary:
                return index is object?[] keys ? keys.Select(k => Entry(dictionary, k)).ToArray() : Entry(dictionary, index);
        }

        if (index is null)
        {
            throw ScriptError.Create("NullArrayIndex", "Index operation failed; the array index evaluated to null.");
        }

        if (target is not (string or IList))
        {
            return ByIndexer(target, index);
        }

        if (index is not object?[] several)
        {
            return Element(target, index, out object? element) ? element : null;
        }

        List<object?> found = [];
        foreach (object? single in several)
        {
            if (Element(target, single ?? 0, out object? element))
            {
                found.Add(element);
            }
        }

        return found.ToArray();
    }

    public static void Set(object? wrappedTarget, object? wrappedIndex, object? value)
    {
        object? target = PSObject.Unwrap(wrappedTarget);
        object? index = PSObject.Unwrap(wrappedIndex);
        switch (target)
        {
            case null:
                throw ScriptError.Create("NullArray", "Cannot index into a null array.");
            case IDictionary dictionary:
                dictionary[index
                    ?? throw ScriptError.Create("NullArrayIndex", "Index operation failed; the array index evaluated to null.")] = value;
                return;
            case Array { Rank: 1 } array:
                Type type = array.GetType().GetElementType()!;
                array.SetValue(TypeOperators.Cast(value, type), FromEnd(index, array.Length));
                return;
            case IList list:
                Type? elementType = list.GetType().IsGenericType ? list.GetType().GetGenericArguments()[0] : null;
                list[FromEnd(index, list.Count)] = elementType is null ? value : TypeOperators.Cast(value, elementType);
                return;
            default:
                throw ScriptError.Create("CannotIndex", $"Unable to index into an object of type \"{target.GetType().FullName}\".", target);
        }
    }

    private static object? Entry(IDictionary dictionary, object? key) =>
        PSObject.Unwrap(key) is { } plain && dictionary.Contains(plain) ? dictionary[plain] : null;

    private static bool Element(object target, object index, out object? element)
    {
        int count = target is string text ? text.Length : ((IList)target).Count;
        if (target is Array { Rank: > 1 })
        {
            throw ScriptError.NeedsPowerShell("An index into an array of several dimensions");
        }

        element = null;
        if (!LanguagePrimitives.TryConvertTo(index, out int position))
        {
            return false;
        }

        position += position < 0 ? count : 0;
        bool inside = position >= 0 && position < count;
        element = !inside ? null : target is string characters ? characters[position] : ((IList)target)[position];
        return inside;
    }

    /// <summary>A negative index counts from the end; one outside is left to the list to refuse.</summary>
    private static int FromEnd(object? index, int count)
    {
        int position = LanguagePrimitives.ConvertTo<int>(index);
        return position < 0 ? position + count : position;
    }

    private static object? ByIndexer(object target, object index)
    {
        PropertyInfo[] indexers = [.. target.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 1 && p.CanRead)];
        foreach (PropertyInfo indexer in indexers)
        {
            if (LanguagePrimitives.TryConvertTo(index, indexer.GetIndexParameters()[0].ParameterType, CultureInfo.InvariantCulture,
                out object? key))
            {
                try
                {
                    return indexer.GetValue(target, [key]);
                }
                catch (TargetInvocationException e) when (
                    e.InnerException is ArgumentOutOfRangeException or IndexOutOfRangeException or KeyNotFoundException)
                {
                    return null;
                }
            }
        }

        // A single object is a list of one.
        return index is int and (0 or -1) ? target : AutomationNull.Value;
    }
}
