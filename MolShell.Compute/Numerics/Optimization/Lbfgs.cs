namespace MolShell.Compute.Numerics.Optimization;

/// <summary>
/// Limited-memory BFGS with a backtracking line search: fast near a minimum. Liu and Nocedal 1989, doi:10.1007/BF01589116.
/// </summary>
public static class Lbfgs
{
    private const int Memory = 10;
    private const double SufficientDecrease = 1e-4;
    private const int MaximumBacktracks = 40;

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
        double[] trial = new double[n];
        double[] trialGradient = new double[n];
        double[] direction = new double[n];
        History history = new(Memory, n);
        double value = objective(x, gradient);
        double norm = Vectors.MaximumNorm(gradient);
        if (!double.IsFinite(value) || !double.IsFinite(norm))
        {
            throw new ArgumentException("The start of the minimisation has no finite value and gradient.");
        }

        int evaluations = 1;
        int step = 0;
        while (norm > options.GradientTolerance && step < options.MaximumSteps)
        {
            cancellation.ThrowIfCancellationRequested();
            history.Direction(gradient, direction);
            double slope = Vectors.Dot(gradient, direction);
            if (!(slope < 0))
            {
                history.Clear();
                history.Direction(gradient, direction);
                slope = Vectors.Dot(gradient, direction);
            }

            // Without memory the direction is the bare gradient, whose length means nothing: start with a hundredth of the greatest move.
            double reach = history.IsEmpty ? 0.01 * (double.IsFinite(options.MaximumMove) ? options.MaximumMove : 1) : options.MaximumMove;
            double length = Math.Min(history.IsEmpty ? double.PositiveInfinity : 1, reach / Vectors.MaximumNorm(direction));
            double trialValue = value;
            bool accepted = false;
            for (int backtrack = 0; backtrack < MaximumBacktracks && !accepted; backtrack++)
            {
                x.CopyTo(trial);
                Vectors.Add(length, direction, trial);
                trialValue = objective(trial, trialGradient);
                evaluations++;
                double allowed = value + (SufficientDecrease * length * slope);
                accepted = trialValue <= allowed && double.IsFinite(Vectors.MaximumNorm(trialGradient));
                accepted |= IsFlat(value, trialValue) && Vectors.MaximumNorm(trialGradient) < norm;
                length *= accepted ? 1 : Shrink(value, slope, length, trialValue);
            }

            if (!accepted)
            {
                if (history.IsEmpty)
                {
                    break;
                }

                history.Clear();
                continue;
            }

            step++;
            history.Add(x, trial, gradient, trialGradient);
            trial.CopyTo(x);
            trialGradient.CopyTo(gradient, 0);
            value = trialValue;
            norm = Vectors.MaximumNorm(gradient);
            options.Progress?.Invoke(step, value, norm);
        }

        return new OptimizationResult(value, norm, step, evaluations, norm <= options.GradientTolerance);
    }

    // Close to the minimum the value changes by less than its rounding; then a smaller gradient is the better sign of progress.
    private static bool IsFlat(double value, double trial) => Math.Abs(trial - value) <= 1e-13 * Math.Abs(value);

    // The minimum of the parabola through the value, the slope and the trial value, within bounds.
    private static double Shrink(double value, double slope, double length, double trialValue)
    {
        double parabola = -0.5 * slope * length / (trialValue - value - (slope * length));
        return double.IsFinite(trialValue) && double.IsFinite(parabola) ? Math.Clamp(parabola, 0.1, 0.5) : 0.1;
    }

    /// <summary>
    /// The last steps s and changes of the gradient y, from which the product of the inverse Hessian with a vector follows.
    /// </summary>
    private sealed class History(int capacity, int n)
    {
        private readonly double[][] steps = Create(capacity, n);
        private readonly double[][] changes = Create(capacity, n);
        private readonly double[] curvatures = new double[capacity];
        private readonly double[] weights = new double[capacity];
        private int count;
        private int next;

        public bool IsEmpty => count == 0;

        public void Clear() => count = 0;

        public void Add(ReadOnlySpan<double> x, ReadOnlySpan<double> newX, ReadOnlySpan<double> gradient, ReadOnlySpan<double> newGradient)
        {
            newX.CopyTo(steps[next]);
            Vectors.Add(-1, x, steps[next]);
            newGradient.CopyTo(changes[next]);
            Vectors.Add(-1, gradient, changes[next]);
            double curvature = Vectors.Dot(steps[next], changes[next]);
            double scale = Math.Sqrt(Vectors.Dot(steps[next], steps[next]) * Vectors.Dot(changes[next], changes[next]));

            // Only directions of positive curvature keep the model a bowl.
            if (curvature > 1e-10 * scale)
            {
                curvatures[next] = curvature;
                next = (next + 1) % capacity;
                count = Math.Min(count + 1, capacity);
            }
        }

        public void Direction(ReadOnlySpan<double> gradient, Span<double> direction)
        {
            gradient.CopyTo(direction);
            for (int k = 1; k <= count; k++)
            {
                int at = (next - k + capacity) % capacity;
                weights[at] = Vectors.Dot(steps[at], direction) / curvatures[at];
                Vectors.Add(-weights[at], changes[at], direction);
            }

            if (count > 0)
            {
                int last = (next - 1 + capacity) % capacity;
                double scale = curvatures[last] / Vectors.Dot(changes[last], changes[last]);
                foreach (ref double component in direction)
                {
                    component *= scale;
                }
            }

            for (int k = count; k >= 1; k--)
            {
                int at = (next - k + capacity) % capacity;
                Vectors.Add(weights[at] - (Vectors.Dot(changes[at], direction) / curvatures[at]), steps[at], direction);
            }

            foreach (ref double component in direction)
            {
                component = -component;
            }
        }

        private static double[][] Create(int capacity, int n) => [.. Enumerable.Range(0, capacity).Select(_ => new double[n])];
    }
}
