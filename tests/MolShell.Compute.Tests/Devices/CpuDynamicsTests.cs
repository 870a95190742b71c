using MolShell.Compute.Devices;

namespace MolShell.Compute.Tests.Devices;

public sealed class CpuDynamicsTests : DeviceDynamicsTests
{
    protected override IDevice Open() => new CpuDevice(2);
}
