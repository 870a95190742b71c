using System.Diagnostics;
using System.Globalization;
using MolShell.Compute.Devices;
using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Systems;
using MolShell.DeviceProbe;

// MolShell.DeviceProbe [--check]: lists the devices, checks each OpenCL and CUDA device against the processor, and times the dynamics there unless
// --check is given. 0 where all passed, 1 where something failed, 2 where there is no device to check.
bool checksOnly = args.Contains("--check");
bool passed = true;
int found = 0;
foreach (DeviceInfo info in DeviceCatalog.List())
{
    Console.WriteLine($"{info.Name}: {info.Model}, {info.Cores} cores, {info.MemoryGiB.ToString("f1", CultureInfo.InvariantCulture)} GiB");
    Console.WriteLine(info.IsUsable ? $"  {info.Driver ?? info.Simd}; {info.Profile}" : $"  cannot be used: {info.Reason}");
    if (info.Kind != DeviceKind.Cpu && info.IsUsable)
    {
        found++;
        passed &= Probe(info.Name);
    }
}

return found == 0 ? 2 : passed ? 0 : 1;

bool Probe(string name)
{
    try
    {
        using KernelDevice device = (KernelDevice)DeviceCatalog.Open(name);
        bool right = Checks.Run(device);
        if (!checksOnly)
        {
            double bandwidth = Bandwidth.Measure(device);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  memory: {bandwidth / 1e9:f0} GB/s by copying"));
            bool isProcessor = device.Profile.IsProcessor;
            foreach (Precision precision in Enum.GetValues<Precision>())
            {
                // Bytes that a step moves at least: 4 for each neighbour within cutoff and skin, and the arrays of the particle itself.
                Time(device, Workloads.Liquid(isProcessor ? 20 : 63), precision, bandwidth, (4 * 77) + 380);
                Time(device, Workloads.Chains(isProcessor ? 320 : 10_000), precision, bandwidth, (4 * 12) + 520);
            }
        }

        return right;
    }
    catch (Exception exception) when (exception is DeviceException or SimulationException or ArgumentException)
    {
        Console.WriteLine($"  FAIL  {exception.Message}");
        return false;
    }
}

void Time(KernelDevice device, MolecularSystem system, Precision precision, double bandwidth, double bytes)
{
    using Simulation run = new(system, new SimulationOptions { Device = device, Precision = precision, Seed = 1 });
    int steps = device.Profile.IsProcessor ? 50 : 1000;
    run.Advance(steps);
    Stopwatch watch = Stopwatch.StartNew();
    run.Advance(steps);
    double rate = (double)steps * system.ParticleCount / watch.Elapsed.TotalSeconds;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {system.Name}, {precision}: {rate / 1e6:f1} million particle-steps/s, {steps / watch.Elapsed.TotalSeconds:f0} steps/s, {rate * bytes / bandwidth:p0} of the bandwidth limit"));
}
