using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MolShell.Compute.Forces.Neighbors;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// The loop over neighbours for any pair potential. Pairs are summed in ascending order of both particles, so energy and forces
/// depend on the positions only and not on when the neighbour list was made.
/// </summary>
internal sealed class PairEvaluator<TPotential> : IForceEvaluator
    where TPotential : struct, IPairPotential<TPotential>
{
    // A sum over 41^3 cells: more is a slip of the pen, and would not end.
    private const int MaximumImages = 20;

    private readonly string name;
    private readonly TPotential[] table;
    private readonly Lane<double>[] numbers;
    private readonly double[] data;
    private readonly double[] squaredCutoffs;
    private readonly double[] charges;
    private readonly int[] types;
    private readonly int typeCount;
    private readonly VerletList? list;

    public PairEvaluator(PairForce<TPotential> force, MolecularSystem system)
    {
        name = force.Name;
        table = force.Parameters.Resolve(system.Topology);
        (numbers, data) = Pack(table);
        squaredCutoffs = Array.ConvertAll(table, potential => potential.Cutoff * potential.Cutoff);
        charges = [.. system.Topology.Charges];
        if (TPotential.UsesCharges && charges.Length == 0)
        {
            throw new ArgumentException($"{name} acts between charges, and the particles of system '{system.Name}' have none.");
        }

        types = [.. system.Topology.Types];
        typeCount = system.Topology.TypeNames.Length;
        Exclusions exclusions = new(system.Topology, force.ExcludedBonds, force.ExcludedPairs);
        double cutoff = table.Max(potential => potential.Cutoff);
        double skin = force.Skin ?? DefaultSkin(cutoff, system);
        if (!(skin >= 0 && double.IsFinite(skin)))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: the skin of the neighbour list is {skin:g6}; expected a finite number that is not negative."));
        }

        RequireFewImages(cutoff, system.Box);
        list = cutoff > 0 ? new VerletList(cutoff, skin, exclusions) : null;
    }

    public double Evaluate(ReadOnlySpan<Vec3> positions, Box box, Span<Vec3> forces, ref Virial virial)
    {
        if (list is null)
        {
            return 0;
        }

        if (list.Update(positions, box) >= 0)
        {
            return double.NaN;
        }

        return Sum(positions, forces, ref virial);
    }

    public string? FindFault(ReadOnlySpan<Vec3> positions, Box box)
    {
        if (list is null)
        {
            return null;
        }

        int lost = list.Update(positions, box);
        if (lost >= 0)
        {
            return $"particle {lost} is at {positions[lost]}";
        }

        for (int i = 0; i < positions.Length; i++)
        {
            foreach (Neighbor neighbor in list.Neighbors[list.Ranges[i].Start..list.Ranges[i].End])
            {
                Vec3 r = (positions[neighbor.Index] - positions[i]) + list.Shifts[neighbor.Shift];
                double r2 = r.LengthSquared();
                if (r2 < squaredCutoffs[PairOf(i, neighbor.Index)])
                {
                    double energy = Evaluate(i, neighbor.Index, r2, out double forceOverR);
                    if (!double.IsFinite(energy) || !(r * forceOverR).IsFinite())
                    {
                        return string.Create(
                            CultureInfo.InvariantCulture,
                            $"particles {i} and {neighbor.Index} overlap: their distance is {Math.Sqrt(r2):g6}");
                    }
                }
            }
        }

        return null;
    }

    public void Dispose()
    {
    }

    private void RequireFewImages(double cutoff, Box box)
    {
        double width = Math.Min(
            box.IsPeriodicA ? box.PlaneSpacings.X : double.PositiveInfinity,
            Math.Min(
                box.IsPeriodicB ? box.PlaneSpacings.Y : double.PositiveInfinity,
                box.IsPeriodicC ? box.PlaneSpacings.Z : double.PositiveInfinity));
        if (cutoff > MaximumImages * width)
        {
            double images = Math.Ceiling(cutoff / width);
            throw new ArgumentException(
                FormattableString.Invariant($"{name}: the cutoff {cutoff:g6} reaches over {images} images of a box {width:g6} wide; ")
                + $"expected at most {MaximumImages}. Shorten the cutoff, or take a larger box.");
        }
    }

    // Part of the distance between neighbours: a liquid then goes ten or more steps on one list.
    private static double DefaultSkin(double cutoff, MolecularSystem system)
    {
        double spacing = Math.Cbrt(system.Box.Volume / system.ParticleCount);
        return Math.Min(0.4 * spacing, 0.5 * cutoff);
    }

    private static (Lane<double>[] Numbers, double[] Data) Pack(TPotential[] table)
    {
        List<double> data = [];
        Span<double> parameters = stackalloc double[TPotential.ParameterCount];
        List<Lane<double>> numbers = [];
        foreach (TPotential potential in table)
        {
            parameters.Clear();
            if (potential.Cutoff > 0)
            {
                potential.Pack(parameters, data);
            }

            foreach (double number in parameters)
            {
                numbers.Add(number);
            }
        }

        return ([.. numbers], [.. data]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PairOf(int i, int j) => (types[i] * typeCount) + types[j];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Evaluate(int i, int j, double r2, out double forceOverR)
    {
        Lane<double> charge = TPotential.UsesCharges ? charges[i] * charges[j] : 0;
        Parameters<Lane<double>> p = new(in numbers[PairOf(i, j) * TPotential.ParameterCount], data, charge);
        double energy = TPotential.Evaluate(r2, p, out Lane<double> force).Value;
        forceOverR = force.Value;
        return energy;
    }

    private double Sum(ReadOnlySpan<Vec3> positions, Span<Vec3> forces, ref Virial virial)
    {
        double energy = 0;
        Virial sum = default;
        ref Vec3 position = ref MemoryMarshal.GetReference(positions);
        ref Vec3 force = ref MemoryMarshal.GetReference(forces);
        ref Vec3 shift = ref MemoryMarshal.GetReference(list!.Shifts);
        ReadOnlySpan<Neighbor> neighbors = list.Neighbors;
        ReadOnlySpan<(int Start, int End)> ranges = list.Ranges;
        for (int i = 0; i < positions.Length; i++)
        {
            Vec3 ri = Unsafe.Add(ref position, i);
            double fx = 0, fy = 0, fz = 0;
            (int start, int end) = ranges[i];
            foreach (Neighbor neighbor in neighbors[start..end])
            {
                int j = neighbor.Index;
                ref Vec3 rj = ref Unsafe.Add(ref position, j);
                ref Vec3 s = ref Unsafe.Add(ref shift, neighbor.Shift);
                double dx = (rj.X - ri.X) + s.X;
                double dy = (rj.Y - ri.Y) + s.Y;
                double dz = (rj.Z - ri.Z) + s.Z;
                double r2 = (dx * dx) + (dy * dy) + (dz * dz);
                if (r2 < squaredCutoffs[PairOf(i, j)])
                {
                    energy += Evaluate(i, j, r2, out double f);
                    double px = f * dx, py = f * dy, pz = f * dz;
                    fx -= px;
                    fy -= py;
                    fz -= pz;
                    ref Vec3 fj = ref Unsafe.Add(ref force, j);
                    fj = new Vec3(fj.X + px, fj.Y + py, fj.Z + pz);
                    sum.XX += dx * px;
                    sum.YY += dy * py;
                    sum.ZZ += dz * pz;
                    sum.XY += dx * py;
                    sum.XZ += dx * pz;
                    sum.YZ += dy * pz;
                }
            }

            ref Vec3 fi = ref Unsafe.Add(ref force, i);
            fi = new Vec3(fi.X + fx, fi.Y + fy, fi.Z + fz);
        }

        virial.Add(sum);
        return energy;
    }
}
