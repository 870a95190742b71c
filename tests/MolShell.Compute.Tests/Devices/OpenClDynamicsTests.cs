using MolShell.Compute.Devices;

namespace MolShell.Compute.Tests.Devices;

public sealed class OpenClDynamicsTests : DeviceDynamicsTests
{
    protected override IDevice Open() => OpenClTestDevice.Open();
}
