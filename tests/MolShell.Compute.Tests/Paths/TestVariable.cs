using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Tests.Paths;

/// <summary>A variable without a gradient, for tests that need none.</summary>
internal abstract record TestVariable : CollectiveVariable
{
    public override Dimension Dimension => Dimension.None;

    public sealed override void AddGradient(PhasePoint point, double factor, Span<Vec3> gradient) =>
        throw new NotSupportedException("Tests of paths need no gradients.");

    public override string Describe() => GetType().Name;
}
