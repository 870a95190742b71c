using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure.Clusters;

/// <summary>Tells particles by the values of a column.</summary>
public static class ParticleCondition
{
    /// <summary>Whether the value of each particle is true or, of a number, from a minimum to a maximum; NaN never is.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="column">Name of one of its columns.</param>
    /// <param name="minimum">Smallest value; null for none.</param>
    /// <param name="maximum">Largest value; null for none.</param>
    /// <returns>Shape [n].</returns>
    /// <exception cref="ArgumentException">There is no such column, or it is not one of truths, or of numbers with a minimum or maximum.</exception>
    public static bool[] Of(Frame frame, string column, double? minimum = null, double? maximum = null)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ParticleColumn values = frame.Columns[column]
            ?? throw new ArgumentException($"The frame has no column '{column}'; it has: {(frame.Columns.Count == 0 ? "none" : frame.Columns)}.");
        bool hasBound = minimum is not null || maximum is not null;
        return values switch
        {
            ParticleColumn<bool> { Width: 1 } truths when !hasBound => truths.Values,
            ParticleColumn<double> { Width: 1 } numbers when hasBound => Array.ConvertAll(numbers.Values, IsIn),
            ParticleColumn<long> { Width: 1 } numbers when hasBound => Array.ConvertAll(numbers.Values, value => IsIn(value)),
            ParticleColumn<bool> { Width: 1 } => throw new ArgumentException($"The column '{column}' is true or false; a minimum or maximum has no meaning for it."),
            _ => throw new ArgumentException($"The column '{values}' cannot tell particles; expected one truth each, or one number with a minimum or maximum."),
        };

        bool IsIn(double value) => value >= (minimum ?? double.NegativeInfinity) && value <= (maximum ?? double.PositiveInfinity);
    }
}
