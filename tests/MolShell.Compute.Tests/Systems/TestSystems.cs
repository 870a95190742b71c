using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Tests.Systems;

/// <summary>Small frames for tests.</summary>
internal static class TestSystems
{
    public static Frame Frame(params ReadOnlySpan<Vec3> positions) => Frame(Box.Open, 3, positions);

    public static Frame Frame(Box box, int dimension, params ReadOnlySpan<Vec3> positions) => new()
    {
        Topology = Topology.Uniform(positions.Length, 1, "X", dimension),
        Box = box,
        Units = UnitSystem.Reduced,
        Positions = positions.ToArray(),
    };
}
