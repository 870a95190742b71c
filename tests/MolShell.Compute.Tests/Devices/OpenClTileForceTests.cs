using MolShell.Compute.Devices;

namespace MolShell.Compute.Tests.Devices;

/// <summary>Forces with tiles in local memory, as graphics processors have them.</summary>
public sealed class OpenClTileForceTests : DeviceForceTests
{
    protected override IDevice Open() => OpenClTestDevice.Open(tiles: true);
}
