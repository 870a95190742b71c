using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Selectors;

/// <summary>
/// How the shooting point of a path is chosen: a frame i between the ends, 0 &lt; i &lt; L - 1, with probability f(i) / S, where
/// S = sum f over those frames. The acceptance of a trial contains S(old) / S(new). Immutable.
/// </summary>
public abstract class ShootingSelector
{
    private protected ShootingSelector()
    {
    }

    /// <summary>Every frame between the ends alike: f = 1.</summary>
    public static ShootingSelector Uniform => new UniformSelector();

    /// <summary>Frames where the variable is near a value: f = exp(-alpha (variable - center)^2).</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="center">Value that is chosen most, in the unit of the variable.</param>
    /// <param name="alpha">Sharpness [1/unit of the variable squared], above 0.</param>
    /// <exception cref="ArgumentException">Alpha is not above 0, or the centre is not finite.</exception>
    public static ShootingSelector GaussianBias(CollectiveVariable variable, double center, double alpha) =>
        new GaussianBiasSelector(variable, center, alpha);

    /// <summary>The definition as one line of text, the same for the same selector in every run.</summary>
    public abstract string Describe();

    public override string ToString() => Describe();

    /// <summary>Probability that a frame of the path is chosen as shooting point.</summary>
    public double Probability(Trajectory path, int index)
    {
        ArgumentNullException.ThrowIfNull(path);
        return index > 0 && index < path.Count - 1 ? Weight(path, index) / Sum(path) : 0;
    }

    /// <summary>f of a frame of a path, from the values kept with it.</summary>
    internal abstract double Weight(Trajectory path, int index);

    /// <summary>f of a frame as its dynamics gave it; <paramref name="reversed"/> when the path runs through it backward.</summary>
    internal abstract double Weight(Frame frame, bool reversed);

    /// <summary>S: the sum of f over the frames between the ends.</summary>
    internal virtual double Sum(Trajectory path)
    {
        double sum = 0;
        for (int i = 1; i < path.Count - 1; i++)
        {
            sum += Weight(path, i);
        }

        return sum;
    }

    /// <summary>Draws the shooting point; S is <paramref name="sum"/>.</summary>
    internal virtual int Pick(Trajectory path, double sum, RandomSource random)
    {
        if (!(sum > 0))
        {
            throw new PathSamplingException(
                $"No shooting point: the bias '{Describe()}' vanishes on every frame of the path. "
                + "Choose a centre that paths pass, or a smaller alpha.");
        }

        double rest = random.NextDouble() * sum;
        int pick = 1;
        for (int i = 1; i < path.Count - 1; i++)
        {
            double weight = Weight(path, i);
            if (weight > 0)
            {
                pick = i;
                rest -= weight;
                if (rest < 0)
                {
                    break;
                }
            }
        }

        return pick;
    }
}
