using System.Management.Automation;

namespace MolShell.Host.Commands;

/// <summary>Gathers objects with the values of some properties, for sorting and grouping.</summary>
internal sealed class OrderedEntries(Cmdlet command, IReadOnlyList<PropertySpecification> properties)
{
    /// <summary>Evaluates the properties of an object; without any, the object is its own value.</summary>
    public OrderedEntry Create(object input, int index)
    {
        if (properties.Count == 0)
        {
            return new OrderedEntry(input, [new PropertyResult(true, input, null)], index);
        }

        PropertyResult[] values = new PropertyResult[properties.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = properties[i].Expression.Evaluate(input);
            if (values[i].Error is { } error)
            {
                command.WriteError(new ErrorRecord(error, "ExpressionEvaluation", ErrorCategory.InvalidResult, PSObject.AsPSObject(input)));
            }
        }

        return new OrderedEntry(input, values, index);
    }

    /// <summary>Puts the properties that wildcards stand for in their place, by name.</summary>
    public static IReadOnlyList<PropertySpecification> Expand(
        IReadOnlyList<PropertySpecification> properties, IReadOnlyList<object> inputs)
    {
        List<PropertySpecification> expanded = [];
        foreach (PropertySpecification property in properties)
        {
            if (!property.Expression.HasWildcards)
            {
                expanded.Add(property);
                continue;
            }

            SortedDictionary<string, PropertyExpression> found = new(StringComparer.OrdinalIgnoreCase);
            foreach (PropertyExpression expression in inputs.SelectMany(property.Expression.Resolve))
            {
                found[expression.Name] = expression;
            }

            expanded.AddRange(found.Values.Select(property.For));
        }

        return expanded;
    }
}
