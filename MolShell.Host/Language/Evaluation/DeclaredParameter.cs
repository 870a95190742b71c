using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Hosting;
using MolShell.Host.Language.Ast;

namespace MolShell.Host.Language.Evaluation;

/// <summary>A parameter of a script with what its attributes say.</summary>
internal sealed class DeclaredParameter
{
    private readonly TypeConstraintAttribute? constraint;
    private readonly List<ValidateArgumentsAttribute> validations = [];
    private readonly int? position;

    public DeclaredParameter(ScriptParameter node)
    {
        Node = node;
        constraint = node.Type is null ? null : new TypeConstraintAttribute(TypeResolver.Resolve(node.Type));
        List<string> names = [node.Name];
        foreach (AttributeNode attribute in node.Attributes)
        {
            object[] arguments = [.. attribute.Positional.Select(Constant)];
            switch (attribute.Name.ToUpperInvariant())
            {
                case "PARAMETER":
                    IsDeclared = true;
                    IsMandatory |= IsTrue(attribute, "Mandatory");
                    position ??= Named(attribute, "Position") is NumberExpression number
                        ? LanguagePrimitives.ConvertTo<int>(number.Value)
                        : null;
                    break;
                case "ALIAS":
                    names.AddRange(arguments.Select(Text));
                    break;
                case "VALIDATESET":
                    validations.Add(new ValidateSetAttribute([.. arguments.Select(Text)]));
                    break;
                case "VALIDATERANGE":
                    validations.Add(new ValidateRangeAttribute(arguments[0], arguments[1]));
                    break;
                case "VALIDATECOUNT":
                    validations.Add(new ValidateCountAttribute(Int(arguments[0]), Int(arguments[1])));
                    break;
                case "VALIDATELENGTH":
                    validations.Add(new ValidateLengthAttribute(Int(arguments[0]), Int(arguments[1])));
                    break;
                case "VALIDATEPATTERN":
                    validations.Add(new ValidatePatternAttribute(Text(arguments[0])));
                    break;
                case "VALIDATENOTNULL":
                    validations.Add(new ValidateNotNullAttribute());
                    break;
                case "VALIDATENOTNULLOREMPTY":
                    validations.Add(new ValidateNotNullOrEmptyAttribute());
                    break;
            }
        }

        Names = names;
    }

    public ScriptParameter Node { get; }

    public string Name => Node.Name;

    /// <summary>The name and the aliases.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>It has [Parameter()].</summary>
    public bool IsDeclared { get; }

    public bool IsMandatory { get; }

    public bool IsSwitch => constraint?.Type == typeof(SwitchParameter);

    public bool IsBound { get; set; }

    /// <summary>What the parameter holds when nothing was given: null in the form of its type, where there is one.</summary>
    public object? EmptyValue =>
        constraint is not null
            && LanguagePrimitives.TryConvertTo(null, constraint.Type, CultureInfo.InvariantCulture, out object? empty) ? empty
        : IsSwitch ? new SwitchParameter(false)
        : null;

    /// <summary>Those that take arguments without a name, in order: where any has a position, only those that have one.</summary>
    public static IEnumerable<DeclaredParameter> InOrder(IReadOnlyList<DeclaredParameter> parameters) =>
        parameters.Any(p => p.position is not null)
            ? parameters.Where(p => p.position is not null).OrderBy(p => p.position)
            : parameters.Where(p => !p.IsSwitch);

    /// <summary>The variable of the parameter with a value.</summary>
    /// <exception cref="RuntimeException">The value does not fit the type or a validation.</exception>
    public PSVariable ToVariable(object? value, bool validate)
    {
        object? converted = constraint is null || (!validate && value is null) ? value : constraint.Convert(value);
        foreach (ValidateArgumentsAttribute validation in validate ? validations : [])
        {
            CmdletAccess.Validate(validation, converted);
        }

        PSVariable variable = new(Name, converted);
        if (constraint is not null)
        {
            variable.Attributes.Add(constraint);
        }

        foreach (ValidateArgumentsAttribute validation in validations)
        {
            variable.Attributes.Add(validation);
        }

        return variable;
    }

    private static bool IsTrue(AttributeNode attribute, string name) =>
        attribute.Named.Any(n => n.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
        && Named(attribute, name) is null or VariableExpression { Path.Name: "true" or "True" or "TRUE" };

    private static Expression? Named(AttributeNode attribute, string name) =>
        attribute.Named.FirstOrDefault(n => n.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static object Constant(Expression expression) =>
        expression is NumberExpression number ? number.Value : ((StringExpression)expression).Value;

    private static string Text(object value) => PSObject.ToText(value, CultureInfo.InvariantCulture);

    private static int Int(object value) => LanguagePrimitives.ConvertTo<int>(value);
}
