namespace MolShell.Compute.Numerics.Optimization;

/// <summary>
/// Fast inertial relaxation: dynamics whose velocity is bent towards the force and stopped when it goes uphill. Robust on rough starts.
/// Bitzek et al. 2006, doi:10.1103/PhysRevLett.97.170201, here with a bound on the move of one step instead of a greatest time step.
/// </summary>
public static class Fire
{
    private const int StepsBeforeGrowth = 5;
    private const double Growth = 1.1;
    private const double Shrinkage = 0.5;
    private const double StartMixing = 0.1;
    private const double MixingDecay = 0.99;

    /// <summary>Minimises in place.</summary>
    /// <exception cref="ArgumentException">The start or an option is out of bounds.</exception>
    public static OptimizationResult Minimize(Objective objective, Span<double> x, OptimizationOptions options,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        int n = x.Length;
        double[] gradient = new double[n];
        double[] velocity = new double[n];
        double[] move = new double[n];
        double value = objective(x, gradient);
        double norm = Vectors.MaximumNorm(gradient);
        if (!double.IsFinite(value) || !double.IsFinite(norm))
        {
            throw new ArgumentException("The start of the minimisation has no finite value and gradient.");
        }

        // The first move is a hundredth of the greatest, or of a unit, along the steepest gradient.
        double timeStep =
            Math.Sqrt(0.01 * (double.IsFinite(options.MaximumMove) ? options.MaximumMove : 1) / Math.Max(norm, double.Epsilon));
        double mixing = StartMixing;
        int downhill = 0;
        int evaluations = 1;
        int step = 0;
        while (norm > options.GradientTolerance && step < options.MaximumSteps)
        {
            cancellation.ThrowIfCancellationRequested();
            step++;
            double power = -Vectors.Dot(gradient, velocity);
            if (power > 0)
            {
                double scale = mixing * Math.Sqrt(Vectors.Dot(velocity, velocity) / Vectors.Dot(gradient, gradient));
                for (int i = 0; i < n; i++)
                {
                    velocity[i] = ((1 - mixing) * velocity[i]) - (scale * gradient[i]);
                }

                if (++downhill > StepsBeforeGrowth)
                {
                    timeStep *= Growth;
                    mixing *= MixingDecay;
                }
            }
            else
            {
                Stop(velocity, ref timeStep, ref mixing, ref downhill, step > 1);
            }

            Vectors.Add(-timeStep, gradient, velocity);
            double limit = Math.Min(1, options.MaximumMove / (timeStep * Vectors.MaximumNorm(velocity)));
            move.AsSpan().Clear();
            Vectors.Add(timeStep * limit, velocity, move);
            Vectors.Add(1, move, x);
            value = objective(x, gradient);
            evaluations++;
            norm = Vectors.MaximumNorm(gradient);
            if (!double.IsFinite(value) || !double.IsFinite(norm))
            {
                // Out of bounds: back to where it was finite, at rest.
                Vectors.Add(-1, move, x);
                value = objective(x, gradient);
                evaluations++;
                norm = Vectors.MaximumNorm(gradient);
                Stop(velocity, ref timeStep, ref mixing, ref downhill, true);
            }

            options.Progress?.Invoke(step, value, norm);
        }

        return new OptimizationResult(value, norm, step, evaluations, norm <= options.GradientTolerance);
    }

    private static void Stop(double[] velocity, ref double timeStep, ref double mixing, ref int downhill, bool shrink)
    {
        velocity.AsSpan().Clear();
        timeStep *= shrink ? Shrinkage : 1;
        mixing = StartMixing;
        downhill = 0;
    }
}
