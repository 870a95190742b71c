using MolShell.Compute.Devices;
using Xunit;

namespace MolShell.Compute.Tests.Devices;

public sealed class CpuDeviceTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 7)]
    [InlineData(3, 2)]
    [InlineData(4, 1000)]
    public void Ranges_cover_each_index_once(int threads, int count)
    {
        using CpuDevice device = new(threads);
        int[] visits = new int[count];
        device.For(count, (start, end) =>
        {
            for (int i = start; i < end; i++)
            {
                Interlocked.Increment(ref visits[i]);
            }
        });
        Assert.All(visits, visit => Assert.Equal(1, visit));
    }

    [Fact]
    public void Exception_of_a_worker_comes_out_as_it_is()
    {
        using CpuDevice device = new(2);
        Assert.Throws<FormatException>(() => device.For(2, (_, _) => throw new FormatException("no")));
    }

    [Fact]
    public void Arrays_start_at_zero_and_keep_what_is_written()
    {
        using CpuDevice device = new(1);
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
    public void Catalog_lists_the_processor_and_opens_it_by_name()
    {
        DeviceInfo info = Assert.Single(DeviceCatalog.List());
        Assert.Equal(("Cpu", DeviceKind.Cpu), (info.Name, info.Kind));
        Assert.Equal(Environment.ProcessorCount, info.Cores);
        Assert.True(info.Memory > 0);
        Assert.NotEmpty(info.Model);
        Assert.Contains("doubles", info.Simd, StringComparison.Ordinal);
        using IDevice all = DeviceCatalog.Open("cpu");
        Assert.Equal(Environment.ProcessorCount, Assert.IsType<CpuDevice>(all).Threads);
        using IDevice two = DeviceCatalog.Open("Cpu:2");
        Assert.Equal(2, Assert.IsType<CpuDevice>(two).Threads);
    }

    [Theory]
    [InlineData("Gpu")]
    [InlineData("Cpu:0")]
    [InlineData("Cpu:x")]
    [InlineData("Cpu:1:2")]
    [InlineData("")]
    public void Unknown_device_is_an_error_that_lists_what_there_is(string name)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => DeviceCatalog.Open(name));
        Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Cpu", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_than_one_thread_is_an_error() => Assert.Throws<ArgumentOutOfRangeException>(() => new CpuDevice(0));
}
