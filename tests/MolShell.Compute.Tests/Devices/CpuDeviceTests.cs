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
    public void Catalog_lists_the_processor_and_opens_it_by_name()
    {
        DeviceInfo info = DeviceCatalog.List()[0];
        Assert.Equal(("Cpu", DeviceKind.Cpu, true), (info.Name, info.Kind, info.IsUsable));
        Assert.Equal(Environment.ProcessorCount, info.Cores);
        Assert.True(info.Memory > 0);
        Assert.NotEmpty(info.Model);
        Assert.Contains("doubles", info.Simd, StringComparison.Ordinal);
        using IDevice all = DeviceCatalog.Open("cpu");
        Assert.Equal(Environment.ProcessorCount, Assert.IsType<CpuDevice>(all).Threads);
        using IDevice two = DeviceCatalog.Open("Cpu:2");
        Assert.Equal(2, Assert.IsType<CpuDevice>(two).Threads);
    }

    [Fact]
    public void Fewer_than_one_thread_is_an_error() => Assert.Throws<ArgumentOutOfRangeException>(() => new CpuDevice(0));
}
