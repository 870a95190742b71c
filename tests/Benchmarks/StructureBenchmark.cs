using System.Diagnostics;
using System.Globalization;
using MolShell.Compute.Devices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Structure.Clusters;
using MolShell.Compute.Structure.Neighbors;
using MolShell.Compute.Structure.Order;
using MolShell.Compute.Structure.Solids;
using MolShell.Compute.Systems;

namespace Benchmarks;

/// <summary>
/// Speed of neighbours, bond order, solids and clusters of a noisy fcc crystal: m^3 cells of edge 4.05, each coordinate displaced by a normal deviate of
/// 0.03 edges, cutoff 0.854 edges. Order is timed with neighbours given, the averaged step with vectors given. LAMMPS, where it is installed, has its
/// neighbour list too, and has to have the same means.
/// </summary>
internal static class StructureBenchmark
{
    private const double Edge = 4.05;
    private const double WarmingSeconds = 0.7;
    private const double MeasuredSeconds = 0.7;
    private const int FewestRepetitions = 3;
    private const double Agreement = 1e-9;

    private static readonly Dictionary<string, int> Cells = new(StringComparer.Ordinal) { ["4k"] = 10, ["32k"] = 20, ["256k"] = 40, ["4m"] = 100 };

    /// <param name="arguments">Names of sizes, and --threads with numbers of threads; by themselves 32k and 256k on 1 and 2 threads.</param>
    /// <param name="output">Where the table goes.</param>
    /// <returns>0, or 2 where the arguments were wrong.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        int at = arguments.ToList().IndexOf("--threads");
        string[] sizes = at < 0 ? [.. arguments] : [.. arguments.Take(at)];
        int[] threads = at < 0 ? [1, 2] : [.. arguments[at + 1].Split(',').Select(count => int.Parse(count, CultureInfo.InvariantCulture))];
        if (sizes.FirstOrDefault(size => !Cells.ContainsKey(size)) is { } unknown)
        {
            Console.Error.WriteLine($"There is no size '{unknown}'; expected: {string.Join(", ", Cells.Keys)}.");
            return 2;
        }

        output.WriteLine("case    threads  neighbours    q4+q6  averaged q6 step      w6  solids+clusters  [M atoms/s]  peak B/atom");
        foreach (string size in sizes.Length == 0 ? ["32k", "256k"] : sizes)
        {
            Frame crystal = NoisyFcc(Cells[size]);
            foreach (int count in threads)
            {
                Measure(size, crystal, new CpuDevice(count), output);
            }

            if (LammpsOrderPeer.IsInstalled)
            {
                Compare(size, crystal, output);
            }
        }

        return 0;
    }

    private static void Measure(string size, Frame crystal, CpuDevice device, TextWriter output)
    {
        CutoffNeighbors rule = new(0.854 * Edge);
        NeighborTable neighbors = rule.Find(crystal, device);
        HarmonicField field = HarmonicField.Compute(neighbors, [6], device, default);
        double[] speeds =
        [
            Speed(() => rule.Find(crystal, device)),
            Speed(() => OrderParameters.Compute(neighbors, new OrderParameterOptions { Degrees = [4, 6] }, device)),
            Speed(() => field.Averaged(6, device, default)),
            Speed(() => OrderParameters.Compute(neighbors, new OrderParameterOptions { Degrees = [6], HasW = true }, device)),
            Speed(() =>
            {
                SolidParticles solids = SolidParticles.Find(neighbors, SolidOptions.Of(SolidRule.Pyscal), device);
                return ClusterAnalysis.Find(neighbors, solids.IsSolid, device);
            }),
        ];
        using Process self = Process.GetCurrentProcess();
        double memory = (double)self.PeakWorkingSet64 / crystal.ParticleCount;
        output.WriteLine(FormattableString.Invariant(
            $"{size,-7} {device.Threads,7}  {speeds[0],10:f2} {speeds[1],8:f2} {speeds[2],17:f2} {speeds[3],7:f2} {speeds[4],16:f2} {memory,20:f0}"));

        double Speed(Func<object> work)
        {
            // Methods are compiled anew after some calls.
            Repeat(WarmingSeconds, 1);
            List<double> seconds = Repeat(MeasuredSeconds, FewestRepetitions);
            seconds.Sort();
            return crystal.ParticleCount / seconds[seconds.Count / 2] / 1e6;

            List<double> Repeat(double least, int fewest)
            {
                List<double> taken = [];
                while (taken.Count < fewest || taken.Sum() < least)
                {
                    long start = Stopwatch.GetTimestamp();
                    work();
                    taken.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
                }

                return taken;
            }
        }
    }

    private static void Compare(string size, Frame crystal, TextWriter output)
    {
        const double cutoff = 0.854 * Edge;
        OrderParameters ours = OrderParameters.Compute(
            new CutoffNeighbors(cutoff).Find(crystal, CpuDevice.Default),
            new OrderParameterOptions { Degrees = [4, 6], HasW = true },
            CpuDevice.Default);
        (double order, double[] means) = LammpsOrderPeer.Measure(crystal, cutoff, 2, "2 4 6");
        (double third, double[] thirdMeans) = LammpsOrderPeer.Measure(crystal, cutoff, 2, "1 6 wl/hat yes");
        double[] differences = [means[0] - ours.Means["q4"], means[1] - ours.Means["q6"], thirdMeans[0] - ours.Means["q6"], thirdMeans[1] - ours.Means["w6"]];
        if (differences.Any(difference => !(Math.Abs(difference) < Agreement)))
        {
            throw new InvalidOperationException($"LAMMPS has other means of q4, q6 and w6: {string.Join(", ", means)}, {string.Join(", ", thirdMeans)}");
        }

        output.WriteLine(FormattableString.Invariant($"{size,-7}  LAMMPS {order / 1e6,19:f2} {third / 1e6,25:f2}"));
    }

    private static Frame NoisyFcc(int cells)
    {
        RandomSource random = new(RandomKey.FromSeed(1, RandomStream.Placement));
        Vec3[] basis = [new(0, 0, 0), new(0, 0.5, 0.5), new(0.5, 0, 0.5), new(0.5, 0.5, 0)];
        Vec3[] positions = new Vec3[4 * cells * cells * cells];
        for (int i = 0; i < positions.Length; i++)
        {
            int cell = i / 4;
            Vec3 corner = new(cell / cells / cells, cell / cells % cells, cell % cells);
            Vec3 noise = new(random.NextNormal(), random.NextNormal(), random.NextNormal());
            positions[i] = Edge * (corner + basis[i % 4] + (0.03 * noise));
        }

        return new Frame
        {
            Topology = Topology.Uniform(positions.Length, 1, "Al"), Box = Box.Cubic(cells * Edge), Units = UnitSystem.Reduced, Positions = positions,
        };
    }
}
