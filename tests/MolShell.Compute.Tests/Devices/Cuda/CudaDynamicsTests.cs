using MolShell.Compute.Devices;
using Xunit;

namespace MolShell.Compute.Tests.Devices.Cuda;

/// <summary>Dynamics as CUDA C++, on the processor.</summary>
[Trait("Category", "Validation")]
public sealed class CudaDynamicsTests(CudaEmulation emulation) : DeviceDynamicsTests, IClassFixture<CudaEmulation>
{
    protected override IDevice Open() => emulation.Open();
}
