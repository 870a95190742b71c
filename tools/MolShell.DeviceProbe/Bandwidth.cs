using System.Diagnostics;
using MolShell.Compute.Devices.Kernels;

namespace MolShell.DeviceProbe;

/// <summary>How fast a device reads and writes its memory.</summary>
internal static class Bandwidth
{
    private const int Repeats = 20;

    /// <summary>The rate of copying doubles [byte/s], read and written bytes together.</summary>
    public static double Measure(KernelDevice device)
    {
        int count = (int)Math.Min(1 << 26, device.Profile.MaximumAllocation / sizeof(double) / 4);
        count = device.Profile.IsProcessor ? Math.Min(count, 1 << 22) : count;
        using KernelArray<double> from = device.CreateArray<double>(count);
        using KernelArray<double> to = device.CreateArray<double>(count);
        using Kernel kernel = device.Compile("""
            #ifdef __OPENCL_VERSION__
            #pragma OPENCL EXTENSION cl_khr_fp64 : enable
            #endif
            __kernel void copy(const int count, __global const double *from, __global double *to)
            {
                const int i = get_global_id(0);
                if (i < count) to[i] = from[i];
            }
            """).CreateKernel("copy");
        kernel.Set(0, count).Set(1, from).Set(2, to).Launch(count);
        device.Finish();
        Stopwatch watch = Stopwatch.StartNew();
        for (int k = 0; k < Repeats; k++)
        {
            kernel.Launch(count);
        }

        device.Finish();
        return 2.0 * sizeof(double) * count * Repeats / watch.Elapsed.TotalSeconds;
    }
}
