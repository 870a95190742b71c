using System.Collections.Immutable;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// The frames between an interface and a cap: beyond the interface, not beyond the cap, and in no state. A run of them with the frame before
/// and the frame after it is a sub-path; those that come from below the interface, or go back there, are the ones that count.
/// </summary>
internal sealed class Fence
{
    private readonly StateVolume inside;
    private readonly StateVolume below;
    private readonly StateVolume outside;

    /// <param name="ensemble">An interface ensemble of one initial state.</param>
    /// <param name="cap">Value of the variable of the interfaces, beyond the interface, where sub-paths end; null where only states end them.</param>
    /// <exception cref="ArgumentException">The interface or a state depends on the direction of time.</exception>
    public Fence(InterfaceEnsemble ensemble, double? cap)
    {
        InterfaceOrigin origin = ensemble.Origins[0];
        InterfaceSet interfaces = origin.Interfaces;
        outside = ensemble.Outside;
        StateVolume beyond = interfaces.Beyond(origin.Index);
        inside = outside.And(beyond);
        below = outside.Or(interfaces.State).Except(beyond);
        if (cap is double value)
        {
            inside = inside.Except(new InterfaceSet(interfaces.State, [origin.Value, value], interfaces.Variable).Beyond(1));
        }

        if (!inside.IsTimeReversible || !below.IsTimeReversible)
        {
            throw new ArgumentException(
                $"Wire fencing in {ensemble.Name} needs variables that are the same backward in time: paths are used in both directions.",
                nameof(ensemble));
        }
    }

    /// <summary>The runs of a path that count, as places of their frames between interface and cap.</summary>
    public ImmutableArray<(int First, int Count)> Runs(Trajectory path)
    {
        ImmutableArray<(int, int)>.Builder runs = ImmutableArray.CreateBuilder<(int, int)>();
        for (int i = 1; i < path.Count - 1; i++)
        {
            int first = i;
            while (inside.ContainsAt(path, i))
            {
                i++;
            }

            if (i > first && (below.ContainsAt(path, first - 1) || below.ContainsAt(path, i)))
            {
                runs.Add((first, i - first));
            }
        }

        return runs.DrainToImmutable();
    }

    /// <summary>Whether a sub-path comes from below the interface or goes back there.</summary>
    public bool Counts(Trajectory part) => below.ContainsAt(part, 0) || below.ContainsAt(part, part.Count - 1);

    /// <summary>Whether a path ends in no state at an index.</summary>
    public bool IsOpen(Trajectory path, int index) => outside.ContainsAt(path, index);

    /// <summary>Growth to the first frame that is not between interface and cap.</summary>
    public PathGrowth GrowPart() => new Growth(inside);

    /// <summary>Growth to the first frame in a state.</summary>
    public PathGrowth GrowWhole() => new Growth(outside);

    private sealed class Growth(StateVolume within) : PathGrowth
    {
        public override void Add(Frame frame) => IsOver = Succeeded = !within.Contains(frame);
    }
}
