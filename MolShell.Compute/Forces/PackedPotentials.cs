using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces;

/// <summary>The packed numbers of a list of potentials of one kind, in double precision, as their formula reads them.</summary>
internal sealed class PackedPotentials<TPotential>(params ReadOnlySpan<TPotential> potentials)
    : PackedPotentials<TPotential, Lane<double>>(potentials)
    where TPotential : struct, IPotential;
