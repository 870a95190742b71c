using System.Globalization;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Selectors;

/// <summary>f = exp(-alpha (variable - center)^2); for a periodic variable the nearest image of the centre counts.</summary>
internal sealed class GaussianBiasSelector : ShootingSelector
{
    private readonly CollectiveVariable variable;
    private readonly double center;
    private readonly double alpha;

    public GaussianBiasSelector(CollectiveVariable variable, double center, double alpha)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (!double.IsFinite(center))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The centre of a bias must be finite, not {center}."), nameof(center));
        }

        if (!(alpha > 0 && double.IsFinite(alpha)))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The sharpness alpha of a bias must be above 0, not {alpha}."), nameof(alpha));
        }

        this.variable = variable;
        this.center = center;
        this.alpha = alpha;
    }

    public override string Describe() => string.Create(CultureInfo.InvariantCulture, $"exp(-{alpha} ({variable.Describe()} - {center})^2)");

    internal override double Weight(Trajectory path, int index) => WeightOf(path.Value(variable, index));

    internal override double Weight(Frame frame, bool reversed) =>
        WeightOf(variable.Evaluate(reversed && !variable.IsTimeReversible ? frame.Reversed() : frame));

    private double WeightOf(double value)
    {
        double distance = value - center;
        if (variable.Period is double period)
        {
            distance -= period * Math.Round(distance / period);
        }

        return Math.Exp(-alpha * distance * distance);
    }
}
