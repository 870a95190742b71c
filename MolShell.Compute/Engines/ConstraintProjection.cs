using System.Collections.Immutable;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Engines;

/// <summary>
/// Projects velocities onto fixed distances: v becomes the v' nearest to it in kinetic energy, min sum m (v' - v)^2, with
/// d_ij (v'_i - v'_j) = 0 for each constraint. Velocities of the Maxwell-Boltzmann distribution go over into that of the constrained system.
/// Gauss-Seidel as in the second half of RATTLE (Andersen 1983, doi:10.1016/0021-9991(83)90014-1).
/// </summary>
internal static class ConstraintProjection
{
    private const double Tolerance = 1e-12;
    private const int MostIterations = 100_000;

    public static void Project(Vec3[] velocities, Frame frame, ImmutableArray<DistanceConstraint> constraints)
    {
        ImmutableArray<double> masses = frame.Topology.Masses;
        Vec3[] directions = [.. constraints.Select(c => frame.Box.MinimumImage(frame.Positions[c.First] - frame.Positions[c.Second]))];
        double speed = Math.Sqrt(velocities.Sum(v => v.LengthSquared()) / velocities.Length);
        double worst = double.PositiveInfinity;
        for (int iteration = 0; worst > Tolerance * speed; iteration++)
        {
            if (iteration == MostIterations)
            {
                throw new EngineException(FormattableString.Invariant(
                    $"Velocities could not be projected onto the {constraints.Length} constraints of the engine: the remaining error is {worst:g3}."));
            }

            worst = 0;
            for (int c = 0; c < directions.Length; c++)
            {
                (int i, int j) = constraints[c];
                Vec3 d = directions[c];
                double square = d.LengthSquared();
                double along = Vec3.Dot(d, velocities[i] - velocities[j]);
                worst = Math.Max(worst, Math.Abs(along) / Math.Sqrt(square));
                Vec3 impulse = d * (along / (square * ((1 / masses[i]) + (1 / masses[j]))));
                velocities[i] -= impulse / masses[i];
                velocities[j] += impulse / masses[j];
            }
        }
    }
}
