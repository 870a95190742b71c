using System.Collections.Immutable;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Expressions;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Variables;

/// <summary>
/// A formula of other variables, such as "sqrt(x^2 + y^2)"; see <see cref="Formula"/> for operators and functions. The names in the
/// formula are the names of the variables, which must therefore be plain identifiers.
/// </summary>
public sealed record Expression : CollectiveVariable
{
    private const int StackLimit = 64;

    private readonly Formula formula;
    private readonly string description;

    /// <exception cref="FormatException">The formula is not well-formed; names column and what was expected.</exception>
    /// <exception cref="ArgumentException">Two variables have the same name.</exception>
    public Expression(string formula, params IEnumerable<CollectiveVariable> variables)
    {
        Variables = [.. variables];
        foreach (IGrouping<string, CollectiveVariable> group in Variables.GroupBy(variable => variable.Name))
        {
            if (group.Count() > 1)
            {
                throw new ArgumentException(
                    $"Two variables of the formula '{formula}' are named '{group.Key}'; give them different names.");
            }
        }

        this.formula = Formula.Parse(formula, Variables.Select(variable => variable.Name));
        string bindings = string.Join(", ", Variables.Select(variable => $"{variable.Name} = {variable.Describe()}"));
        description = bindings.Length == 0 ? formula : $"{formula} with {bindings}";
    }

    /// <summary>The variables the formula may name.</summary>
    public ImmutableArray<CollectiveVariable> Variables { get; }

    /// <summary>What kind of quantity the formula gives; a pure number unless said otherwise.</summary>
    public override Dimension Dimension => Kind;

    /// <summary>Sets <see cref="Dimension"/>, for the unit on axes.</summary>
    public Dimension Kind { get; init; }

    public override bool IsTimeReversible => Variables.All(variable => variable.IsTimeReversible);

    public override double Evaluate(PhasePoint point)
    {
        Span<double> values = Variables.Length <= StackLimit ? stackalloc double[Variables.Length] : new double[Variables.Length];
        Fill(point, values);
        return formula.Evaluate(values);
    }

    public override void AddGradient(PhasePoint point, double factor, Span<Vec3> gradient)
    {
        int count = Variables.Length;
        Span<double> values = count <= StackLimit ? stackalloc double[count] : new double[count];
        Span<double> derivatives = count <= StackLimit ? stackalloc double[count] : new double[count];
        Fill(point, values);
        formula.Evaluate(values, derivatives);
        for (int k = 0; k < count; k++)
        {
            if (derivatives[k] != 0)
            {
                Variables[k].AddGradient(point, factor * derivatives[k], gradient);
            }
        }
    }

    public override string Describe() => description;

    public bool Equals(Expression? other) => other is not null &&
        Name == other.Name && Kind == other.Kind && description == other.description;

    public override int GetHashCode() => HashCode.Combine(Name, Kind, description);

    private protected override string DefaultName => formula.Text;

    private void Fill(PhasePoint point, Span<double> values)
    {
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = Variables[k].Evaluate(point);
        }
    }
}
