using MolShell.Compute.Forces.Replicas;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces;

/// <summary>Evaluates one term for one run; holds its work space (neighbour list), so it belongs to one run at a time.</summary>
public interface IForceEvaluator : IDisposable
{
    /// <summary>Cutoff of a force that finds its neighbours through the common spatial order [length]; 0 for others.</summary>
    double NeighborCutoff => 0;

    /// <summary>Extra range of its neighbour list [length].</summary>
    double Skin => double.PositiveInfinity;

    /// <summary>The largest force on a particle that is usual [energy/length], for the scale of sums; 0 where that is not known.</summary>
    double OrdinaryForce => 0;

    /// <summary>Memory of its neighbour lists [bytes].</summary>
    internal long ListBytes => 0;

    /// <summary>Follows the particles to their positions and slots; before <see cref="Evaluate"/>, on one thread.</summary>
    /// <returns>False where there is no energy, such as at a position that is not a number.</returns>
    bool Prepare(ForceContext context) => true;

    /// <summary>Sets the quanta and the precision of the next <see cref="Evaluate"/>; on one thread.</summary>
    internal void Select(ForceContext context, ForceQuantum quantum, bool mixed)
    {
    }

    /// <summary>
    /// Adds a part of this term's forces to a sum, and energy and virial where <see cref="ForceSum.WantsEnergy"/>; parts run at the same
    /// time and together make the term. The contributions depend on positions and box only, bit by bit, and never on slots, on
    /// the division into parts, or on what was evaluated before. A contribution that is not finite makes the sum fail, and
    /// <see cref="FindFault"/> says why.
    /// </summary>
    void Evaluate(ForceContext context, ForceSum sum, int part, int parts);

    /// <summary>What makes this term infinite at <paramref name="positions"/>, naming the particles; null where it is finite.</summary>
    string? FindFault(ReadOnlySpan<Vec3> positions, Box box);

    /// <summary>The same term for replicas side by side; null where it has none, and replicas run one by one.</summary>
    internal ReplicaTerm? CreateReplicas(ReplicaForces forces) => null;
}
