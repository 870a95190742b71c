using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Volumes;

/// <summary>
/// Frames that are nearer to one of several centres than to all others in a space of variables, sum_i d_i^2 with d_i the nearest image where
/// variable i is periodic. Of centres equally near, the first counts, so that the cells fill space without overlap.
/// </summary>
internal sealed class VoronoiVolume(Voronoi cells, int cell) : StateVolume
{
    internal override bool IsTimeReversible => cells.IsTimeReversible;

    private protected override string DefaultName => cells.Describe(cell, v => v.Name);

    public override bool Contains(PhasePoint point)
    {
        Span<double> values = stackalloc double[cells.Variables.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = cells.Variables[i].Evaluate(point);
        }

        return cells.Nearest(values) == cell;
    }

    public override string Describe() => cells.Describe(cell, v => v.Describe());

    internal override bool ContainsAt(Trajectory path, int index)
    {
        Span<double> values = stackalloc double[cells.Variables.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = path.Value(cells.Variables[i], index);
        }

        return cells.Nearest(values) == cell;
    }
}
