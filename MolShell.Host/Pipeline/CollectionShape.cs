using System.Collections;
using System.Collections.ObjectModel;

namespace MolShell.Host.Pipeline;

/// <summary>Which kind of collection a parameter type is, and of what; texts and dictionaries are none.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Element">Type of the elements; null when any will do.</param>
internal readonly record struct CollectionShape(CollectionShape.CollectionKind Kind, Type? Element)
{
    public enum CollectionKind
    {
        None,
        Array,
        List,
        GenericCollection,
    }

    public static CollectionShape Of(Type type)
    {
        if (type.IsSubclassOf(typeof(Array)))
        {
            return new(CollectionKind.Array, type.GetElementType());
        }

        Type[] interfaces = [.. type.GetInterfaces(), type];
        if (typeof(IDictionary).IsAssignableFrom(type) || interfaces.Any(i => IsGeneric(i, typeof(IDictionary<,>))))
        {
            return default;
        }

        bool isList = type != typeof(IList) && typeof(IList).IsAssignableFrom(type);
        if (isList && IsGeneric(type, typeof(Collection<>)))
        {
            return new(CollectionKind.List, type.GetGenericArguments()[0]);
        }

        Type? generic = Array.Find(type.GetInterfaces(), i => IsGeneric(i, typeof(ICollection<>)));
        return generic is not null
            ? new(CollectionKind.GenericCollection, generic.GetGenericArguments()[0])
            : isList ? new(CollectionKind.List, null) : default;
    }

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
