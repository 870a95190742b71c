using MolShell.Compute.Devices;
using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Devices.OpenCl;
using Xunit;

namespace MolShell.Compute.Tests.Devices;

public sealed class OpenClDeviceTests : IDisposable
{
    private const string Scale = """
        kernel void scale(const int count, const double factor, global double *values) {
            const int i = get_global_id(0);
            if (i < count) values[i] *= factor;
        }
        """;

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"molshell-{Guid.NewGuid():n}");

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Kernel_runs_with_the_arguments_that_were_set()
    {
        using OpenClDevice device = OpenClTestDevice.Open(folder);
        double[] values = [.. Enumerable.Range(0, 1001).Select(i => (double)i)];
        using KernelArray<double> array = device.CreateArray<double>(values);
        using Kernel kernel = device.Compile(Scale).CreateKernel("scale");
        kernel.Set(0, 1000).Set(1, 0.5).Set(2, array).Launch(1000);
        array.Read(values);
        Assert.Equal([.. Enumerable.Range(0, 1000).Select(i => 0.5 * i), 1000], values);
    }

    [Fact]
    public void Sums_of_64_bit_integers_are_exact_whatever_the_order()
    {
        using OpenClDevice device = OpenClTestDevice.Open(folder);
        KernelProgram program = device.Compile("""
            #pragma OPENCL EXTENSION cl_khr_int64_base_atomics : enable
            kernel void sum(const int count, global long *total) {
                const int i = get_global_id(0);
                if (i < count) atom_add(total, ((long)i - 7) * 1234567890L);
            }
            """);
        using KernelArray<long> total = device.CreateArray<long>(1);
        using Kernel kernel = program.CreateKernel("sum");
        kernel.Set(0, 100_000).Set(1, total).Launch(100_000);
        long[] result = [0];
        total.Read(result);
        Assert.Equal(Enumerable.Range(0, 100_000).Sum(i => ((long)i - 7) * 1234567890L), result[0]);
    }

    [Fact]
    public void Text_that_does_not_compile_is_an_error_with_what_the_compiler_said()
    {
        using OpenClDevice device = OpenClTestDevice.Open(folder);
        DeviceException error = Assert.Throws<DeviceException>(() => device.Compile("kernel void broken() { int a = unknownName; }"));
        Assert.Contains("CL_BUILD_PROGRAM_FAILURE", error.Message, StringComparison.Ordinal);
        Assert.Contains("unknownName", error.Message, StringComparison.Ordinal);
        Assert.Equal(-11, error.Status);
    }

    [Fact]
    public void Wrong_names_and_arguments_of_kernels_are_errors_that_name_them()
    {
        using OpenClDevice device = OpenClTestDevice.Open(folder);
        KernelProgram program = device.Compile(Scale);
        Assert.Contains("'shrink'", Assert.Throws<DeviceException>(() => program.CreateKernel("shrink")).Message, StringComparison.Ordinal);
        using Kernel kernel = program.CreateKernel("scale");
        DeviceException size = Assert.Throws<DeviceException>(() => kernel.Set(0, 1.0));
        Assert.Contains("Argument 0 of kernel 'scale'", size.Message, StringComparison.Ordinal);
        Assert.Contains("CL_INVALID_ARG_SIZE", size.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Array_beyond_the_memory_is_an_error_that_names_its_size()
    {
        using OpenClDevice device = OpenClTestDevice.Open(folder);
        DeviceException error = Assert.Throws<DeviceException>(() => device.CreateArray<decimal>(int.MaxValue));
        Assert.Contains("34359738352 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compiled_program_is_kept_and_a_damaged_one_is_made_again()
    {
        Run();
        string file = Assert.Single(Directory.GetFiles(folder));
        byte[] kept = File.ReadAllBytes(file);
        byte[] damaged = [.. kept];
        damaged[^1] ^= 1;
        File.WriteAllBytes(file, damaged);
        Run();
        Assert.Single(Directory.GetFiles(folder));
        Assert.NotEqual(damaged, File.ReadAllBytes(file));

        void Run()
        {
            using OpenClDevice device = OpenClTestDevice.Open(folder);
            using KernelArray<double> array = device.CreateArray<double>([3.0]);
            using Kernel kernel = device.Compile(Scale).CreateKernel("scale");
            kernel.Set(0, 1).Set(1, 2.0).Set(2, array).Launch(1);
            double[] result = [0];
            array.Read(result);
            Assert.Equal(6, result[0]);
        }
    }

    [Fact]
    public void Listed_device_has_limits_and_the_catalog_opens_it()
    {
        using OpenClDevice device = OpenClTestDevice.Open(folder);
        Assert.Contains(device.Info, DeviceCatalog.List());
        Assert.True(device.Profile is { HasDouble: true, HasInt64Atomics: true, MaximumWorkGroupSize: > 0, LocalMemory: > 0 });
        Assert.True(device.Info is { Cores: > 0, Memory: > 0, Driver.Length: > 0 });
        using IDevice again = DeviceCatalog.Open(device.Name.ToUpperInvariant());
        Assert.IsType<OpenClDevice>(again);
    }
}
