using MolShell.Compute.Devices;
using Xunit;

namespace MolShell.Compute.Tests.Devices;

/// <summary>What arrays do on any device.</summary>
public abstract class DeviceArrayTests
{
    [Fact]
    public void Arrays_start_at_zero_and_keep_what_is_written()
    {
        using IDevice device = Open();
        using DeviceArray<double> array = device.Allocate<double>(3);
        double[] values = [1, 2, 3];
        array.Read(values);
        Assert.Equal(new double[3], values);
        array.Write([4, 5, 6]);
        array.Read(values);
        Assert.Equal([4, 5, 6], values);
        Assert.Throws<ArgumentException>(() => array.Write([1]));
        Assert.Throws<ArgumentException>(() => array.Read(new double[4]));
    }

    [Fact]
    public void Arrays_may_be_empty()
    {
        using IDevice device = Open();
        using DeviceArray<int> array = device.Allocate<int>(0);
        array.Write([]);
        array.Read([]);
        Assert.Equal(0, array.Length);
    }

    protected abstract IDevice Open();
}

/// <summary>Arrays of the processor.</summary>
public sealed class CpuArrayTests : DeviceArrayTests
{
    protected override IDevice Open() => new CpuDevice(1);
}

/// <summary>Arrays of the first OpenCL device.</summary>
public sealed class OpenClArrayTests : DeviceArrayTests
{
    protected override IDevice Open() => OpenClTestDevice.Open();
}
