using MolShell.Compute.Devices;
using Xunit;

namespace MolShell.Compute.Tests.Devices.Cuda;

/// <summary>All forces as CUDA C++, on the processor.</summary>
[Trait("Category", "Validation")]
public sealed class CudaForceTests(CudaEmulation emulation) : DeviceForceTests, IClassFixture<CudaEmulation>
{
    protected override IDevice Open() => emulation.Open();
}
