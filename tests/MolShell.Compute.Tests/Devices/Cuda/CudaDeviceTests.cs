using MolShell.Compute.Devices;
using MolShell.Compute.Devices.Cuda;
using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Forces;
using Xunit;

namespace MolShell.Compute.Tests.Devices.Cuda;

/// <summary>The way to CUDA, on a driver that pretends: see <see cref="CudaEmulation"/>.</summary>
public sealed class CudaDeviceTests(CudaEmulation emulation) : IClassFixture<CudaEmulation>
{
    [Fact]
    public void Device_has_limits_and_runs_kernels_with_barriers_and_sums()
    {
        using CudaDevice device = emulation.Open();
        Assert.Equal(("CUDA:0", "Emulated GPU", 2, 1L << 32), (device.Name, device.Info.Model, device.Info.Cores, device.Info.Memory));
        Assert.Equal("CUDA 12.4, NVRTC 12.4, compute capability 9.0", device.Info.Driver);
        Assert.True(device.Profile is { HasDouble: true, HasInt64Atomics: true, UsesTiles: true, IsProcessor: false, LocalMemory: 49152 });
        KernelProgram program = device.Compile("""
            __kernel GROUP_OF(64) void turn(const int count, const double factor, __global double *values, __global long *total)
            {
                __local double others[64];
                const int i = get_global_id(0), own = get_local_id(0);
                others[own] = i < count ? values[i] : 0;
                barrier(CLK_LOCAL_MEM_FENCE);
                if (i < count) values[i] = factor * others[63 - own];
                atom_add(total, (long)i - 7);
            }
            """);
        double[] values = [.. Enumerable.Range(0, 128).Select(i => (double)i)];
        using KernelArray<double> array = device.CreateArray<double>(values);
        using KernelArray<long> total = device.CreateArray<long>(1);
        using Kernel kernel = program.CreateKernel("turn");
        kernel.Set(0, 128).Set(1, 0.5).Set(2, array).Set(3, total).Launch(128, 64);
        device.Finish();
        array.Read(values);
        Assert.Equal(Enumerable.Range(0, 128).Select(i => 0.5 * ((64 * (i / 64)) + 63 - (i % 64))), values);
        long[] sum = [0];
        total.Read(sum);
        Assert.Equal(Enumerable.Range(0, 128).Sum(i => (long)i - 7), sum[0]);
    }

    [Fact]
    public void Run_is_that_of_the_processor()
    {
        MolecularSystem system = Chain();
        using CudaDevice device = emulation.Open();
        using Simulation expected = new(system, new SimulationOptions { Seed = 3, Precision = Precision.Double });
        using Simulation actual = new(system, new SimulationOptions { Seed = 3, Precision = Precision.Double, Device = device });
        Assert.Equal(expected.PotentialEnergy, actual.PotentialEnergy, 1e-10 * Math.Abs(expected.PotentialEnergy));
        expected.Advance(30, TestContext.Current.CancellationToken);
        actual.Advance(30, TestContext.Current.CancellationToken);
        for (int i = 0; i < system.ParticleCount; i++)
        {
            double error = (expected.Positions[i] - actual.Positions[i]).Length();
            Assert.True(error < 1e-10, $"Particle {i} is {error} from where the processor has it.");
        }
    }

    [Fact]
    public void Kernels_compile_to_the_code_of_NVIDIA_processors()
    {
        // The emulated compiler fails where clang does.
        Assert.SkipUnless(emulation.HasClang, "There is no clang, which compiles CUDA C++ to PTX.");
        using CudaDevice device = emulation.Open();
        using ForceField field = new(Chain(), new ForceFieldOptions { Device = device, Precision = Precision.Mixed });
        Assert.True(double.IsFinite(field.Report(Chain().Start).PotentialEnergy));
    }

    [Fact]
    public void Text_that_does_not_compile_is_an_error_with_what_the_compiler_said()
    {
        using CudaDevice device = emulation.Open();
        DeviceException error = Assert.Throws<DeviceException>(() => device.Compile("__kernel void broken() { int a = unknownName; }"));
        Assert.Contains("NVRTC_ERROR_COMPILATION", error.Message, StringComparison.Ordinal);
        Assert.Contains("unknownName", error.Message, StringComparison.Ordinal);
        Assert.Contains("--gpu-architecture=sm_90", error.Message, StringComparison.Ordinal);
        Assert.Contains("--fmad=false", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_kernel_and_array_beyond_the_memory_are_errors_that_name_them()
    {
        using CudaDevice device = emulation.Open();
        KernelProgram program = device.Compile("__kernel void nothing(const int count) { }");
        Assert.Contains("'shrink'", Assert.Throws<DeviceException>(() => program.CreateKernel("shrink")).Message, StringComparison.Ordinal);
        DeviceException room = Assert.Throws<DeviceException>(() => device.CreateArray<decimal>(int.MaxValue));
        Assert.Contains("34359738352 bytes", room.Message, StringComparison.Ordinal);
        Assert.Contains("CUDA_ERROR_OUT_OF_MEMORY", room.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Machine_without_a_driver_says_so()
    {
        CudaLibraries nowhere = new(["libnowhere.so.1"], ["libnorcompiler.so.12"]);
        DeviceInfo info = Assert.Single(CudaCatalog.List(nowhere));
        Assert.Equal(("CUDA", false), (info.Name, info.IsUsable));
        Assert.Contains("no libnowhere.so.1: install the driver", info.Reason, StringComparison.Ordinal);
        ArgumentException error = Assert.Throws<ArgumentException>(() => new CudaDevice(0, nowhere, Path.GetTempPath()));
        Assert.Contains("There is no device 'CUDA:0'", error.Message, StringComparison.Ordinal);
        Assert.Contains("no libnowhere.so.1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Driver_without_a_device_says_so()
    {
        Assert.Contains("no CUDA-capable device is detected", Reason(emulation.Libraries(("init", 100))), StringComparison.Ordinal);
        Assert.Contains("finds no device", Reason(emulation.Libraries(("devices", 0))), StringComparison.Ordinal);
    }

    [Fact]
    public void Device_without_a_compiler_that_fits_says_so()
    {
        CudaLibraries none = emulation.Libraries() with { Compiler = ["libnorcompiler.so.12"] };
        Assert.Contains("no libnorcompiler.so.12: install the runtime compiler (NVRTC)", Reason(none), StringComparison.Ordinal);
        Assert.Contains("NVRTC", Assert.Throws<ArgumentException>(() => new CudaDevice(0, none, Path.GetTempPath())).Message, StringComparison.Ordinal);
        Assert.Contains("NVRTC 13.4, newer than the driver, which has CUDA 12", Reason(emulation.Libraries(("nvrtc", 13))), StringComparison.Ordinal);
        CudaLibraries other = emulation.Libraries() with { Compiler = ["libm.so.6"] };
        Assert.Contains("libm.so.6 has no function nvrtcCreateProgram", Reason(other), StringComparison.Ordinal);
        Assert.Contains("has no function cuInit", Reason(other with { Driver = ["libm.so.6"] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Device_too_old_for_the_compiler_is_refused_and_a_newer_one_gets_code_for_its_driver()
    {
        Assert.Contains("compute capability 3.5 is older than NVRTC 12.4", Reason(emulation.Libraries(("major", 3), ("minor", 5))), StringComparison.Ordinal);
        using CudaDevice newer = emulation.Open(("major", 12));
        DeviceException error = Assert.Throws<DeviceException>(() => newer.Compile("not a kernel"));
        Assert.Contains("--gpu-architecture=compute_90", error.Message, StringComparison.Ordinal);
    }

    private static string Reason(CudaLibraries libraries)
    {
        DeviceInfo info = Assert.Single(CudaCatalog.List(libraries));
        Assert.False(info.IsUsable);
        return info.Reason!;
    }

    private static MolecularSystem Chain()
    {
        Box box = Box.Cubic(6);
        Bond[] bonds = ReferenceConfiguration.Chain(12, ring: false);
        Vec3[] positions = Configurations.Random(60, box, 6, 0.95, 41);
        MolecularSystem system = ReferenceConfiguration.System(positions, box, bonds)
            .AddForce(new PairForce<LennardJones>(new LennardJones(1, 1, 2.5)) { ExcludedBonds = 1 })
            .AddForce(new BondForce<HarmonicBond>(new HarmonicBond(1, 0.9), bonds))
            .AddForce(new ExternalForce<HarmonicWell>(new HarmonicWell(new Vec3(0.1, 0.2, 0.3), Vec3.Zero)));
        return system with
        {
            Integrator = new IntegratorSettings { Kind = IntegratorKind.LangevinBaoab, TimeStep = 0.001, Temperature = 1, Friction = 1 },
        };
    }
}
