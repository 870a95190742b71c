using MolShell.Compute.Devices;

namespace MolShell.Compute.Tests.Devices;

public sealed class OpenClForceTests : DeviceForceTests
{
    protected override IDevice Open() => OpenClTestDevice.Open();
}
