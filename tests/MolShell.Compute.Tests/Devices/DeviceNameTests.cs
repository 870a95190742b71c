using MolShell.Compute.Devices;
using Xunit;

namespace MolShell.Compute.Tests.Devices;

public sealed class DeviceNameTests
{
    [Theory]
    [InlineData("Cpu", DeviceKind.Cpu, null)]
    [InlineData("cpu:2", DeviceKind.Cpu, 2)]
    [InlineData("OPENCL:0", DeviceKind.OpenCl, 0)]
    [InlineData(" OpenCL:12 ", DeviceKind.OpenCl, 12)]
    [InlineData("cuda:1", DeviceKind.Cuda, 1)]
    public void Name_is_read_in_any_case_and_written_back(string text, DeviceKind kind, int? number)
    {
        DeviceName name = DeviceName.Parse(text);
        Assert.Equal((kind, number), (name.Kind, name.Number));
        Assert.Equal(name, DeviceName.Parse(name.ToString()));
    }

    [Theory]
    [InlineData("Gpu")]
    [InlineData("Cpu:0")]
    [InlineData("Cpu:x")]
    [InlineData("Cpu:1:2")]
    [InlineData("OpenCL")]
    [InlineData("OpenCL:-1")]
    [InlineData("CUDA")]
    [InlineData("")]
    public void What_is_no_name_is_an_error_that_says_what_is(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => DeviceName.Parse(text));
        Assert.Contains($"'{text}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Cpu:n", error.Message, StringComparison.Ordinal);
        Assert.Contains("OpenCL:n", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Device_that_is_not_there_is_an_error_that_lists_what_is()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => DeviceName.Parse("OpenCL:99").Open());
        Assert.Contains("'OpenCL:99'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Cpu, OpenCL", error.Message, StringComparison.Ordinal);
    }
}
