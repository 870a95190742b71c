using MolShell.Compute.Devices;

namespace MolShell.Compute.Tests.Devices;

public sealed class CpuForceTests : DeviceForceTests
{
    protected override IDevice Open() => new CpuDevice(2);
}
