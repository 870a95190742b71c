using System.Collections.Concurrent;
using System.Reflection;

namespace System.Management.Automation.Hosting;

/// <summary>Public properties and methods of a .NET type as PowerShell sees them, found once per type.</summary>
public sealed class TypeMembers
{
    private static readonly ConcurrentDictionary<(Type Type, bool IsStatic), TypeMembers> Known = new();

    private readonly OrderedDictionary<string, TypeProperty> properties = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<MethodInfo>> methods = new(StringComparer.OrdinalIgnoreCase);

    private TypeMembers(Type type, BindingFlags scope)
    {
        BindingFlags flags = BindingFlags.Public | scope;
        foreach (PropertyInfo property in type.GetProperties(flags))
        {
            if (property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike)
            {
                properties.TryAdd(property.Name, new TypeProperty(property));
            }
        }

        foreach (FieldInfo field in type.GetFields(flags))
        {
            properties.TryAdd(field.Name, new TypeProperty(field));
        }

        foreach (MethodInfo method in type.GetMethods(flags))
        {
            if (!method.IsSpecialName)
            {
                Add(method);
            }
        }

        AddFromInterfaces(type, scope);
    }

    /// <summary>Properties, then fields, in the order reflection gives: those of the type itself first.</summary>
    public IReadOnlyCollection<TypeProperty> Properties => properties.Values;

    /// <summary>Names of the methods.</summary>
    public IReadOnlyCollection<string> MethodNames => methods.Keys;

    /// <summary>Instance members of a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The members.</returns>
    public static TypeMembers Of(Type type) =>
        Known.GetOrAdd((type, false), static key => new TypeMembers(key.Type, BindingFlags.Instance));

    /// <summary>Static members of a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The members.</returns>
    public static TypeMembers OfStatic(Type type) => Known.GetOrAdd(
        (type, true), static key => new TypeMembers(key.Type, BindingFlags.Static | BindingFlags.FlattenHierarchy));

    /// <summary>Type names of an object: its type and base types.</summary>
    /// <param name="value">The object.</param>
    /// <returns>Full names.</returns>
    public static IEnumerable<string> NamesOf(object value)
    {
        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            yield return type.ToString();
        }
    }

    /// <summary>A property by name, without case.</summary>
    /// <param name="name">Name.</param>
    /// <returns>The property, or null.</returns>
    public TypeProperty? Find(string name) => properties.GetValueOrDefault(name);

    /// <summary>Overloads of a method, without case.</summary>
    /// <param name="name">Name.</param>
    /// <returns>The overloads; none when there is no such method.</returns>
    public IReadOnlyList<MethodInfo> Methods(string name) => methods.TryGetValue(name, out List<MethodInfo>? found) ? found : [];

    /// <summary>Methods that a type has only as those of an interface, such as Contains of arrays.</summary>
    private void AddFromInterfaces(Type type, BindingFlags scope)
    {
        if (scope != BindingFlags.Instance)
        {
            return;
        }

        HashSet<string> own = new(methods.Keys, StringComparer.OrdinalIgnoreCase);
        foreach (Type contract in type.GetInterfaces().Where(i => i.IsPublic && !(i.IsGenericType && type.IsArray)))
        {
            foreach (MethodInfo method in contract.GetMethods().Where(m => !m.IsSpecialName && !m.IsStatic && !own.Contains(m.Name)))
            {
                Add(method);
            }
        }
    }

    private void Add(MethodInfo method)
    {
        if (!methods.TryGetValue(method.Name, out List<MethodInfo>? overloads))
        {
            methods[method.Name] = overloads = [];
        }

        // A method hidden by one of a derived type with the same parameters is not seen.
        Type[] types = Array.ConvertAll(method.GetParameters(), p => p.ParameterType);
        if (!overloads.Exists(o => o.GetParameters().Select(p => p.ParameterType).SequenceEqual(types)))
        {
            overloads.Add(method);
        }
    }
}
