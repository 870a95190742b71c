using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// What bonds, angles, dihedrals and listed pairs are to the loop over them: particles joined by arms, and the force along each arm. What
/// acts on the particle at the head of an arm acts on the one at its foot the other way round.
/// </summary>
internal interface IBondedShape
{
    /// <summary>Particles of one.</summary>
    static abstract int MemberCount { get; }

    /// <summary>Which members are head and foot of each arm, shape [members - 1, 2].</summary>
    static abstract ReadOnlySpan<int> Arms { get; }

    /// <summary>Energies [energy] and forces [energy/length] on the heads of the arms.</summary>
    /// <param name="arms">Vectors from foot to head, shape [members - 1, 3].</param>
    /// <param name="p">The packed parameters.</param>
    /// <param name="forces">Receives the forces, shape [members - 1, 3].</param>
    static abstract TReal Evaluate<TReal>(ref TReal arms, Parameters<TReal> p, ref TReal forces)
        where TReal : struct, ILanes<TReal>;
}
