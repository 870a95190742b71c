using MolShell.Compute.Devices.OpenCl;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Forces;
using Xunit;

namespace MolShell.Compute.Tests.Devices;

/// <summary>What an OpenCL device cannot do is an error that names it, and never left out.</summary>
public sealed class OpenClRefusalTests
{
    [Fact]
    public void Force_that_the_device_does_not_have() => AssertRefused(System(Box.Cubic(6)).AddForce(new UnknownForce()), "Unknown");

    private static MolecularSystem System(Box box)
    {
        MolecularSystem system = ReferenceConfiguration.System([Vec3.Zero, new Vec3(1, 0, 0)], box);
        return system with { Start = system.Start with { Topology = system.Topology with { Charges = [1, -1] } } };
    }

    private sealed class UnknownForce : IForce
    {
        public string Name => "Unknown";

        public bool KeepsMomentum => false;

        public string Describe() => Name;

        public IForceEvaluator CreateEvaluator(MolecularSystem system) => new PositionRestraintForce([]).CreateEvaluator(system);
    }

    private static void AssertRefused(MolecularSystem system, string what)
    {
        using OpenClDevice device = OpenClTestDevice.Open();
        ArgumentException error = Assert.Throws<ArgumentException>(() => new ForceField(system, device));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Contains("device Cpu", error.Message, StringComparison.Ordinal);
    }
}
