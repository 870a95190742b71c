using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// The potentials between all types as tables of numbers [types, types]: what the formula needs, then the squared cutoff.
/// </summary>
internal sealed class PairParameters<TPotential>
    where TPotential : struct, IPairPotential<TPotential>
{
    /// <summary>Distances below this part of the cutoff are overlaps, where a potential has no end.</summary>
    public const double Closest = 1e-4;

    private readonly TPotential[] potentials;
    private readonly double[] charges;
    private readonly Lane<double>[] numbers;

    public PairParameters(TPotential[] table, Topology topology)
    {
        potentials = table;
        TypeCount = topology.TypeNames.Length;
        charges = [.. topology.Charges];
        IsUniform = table.All(potential => potential.Cutoff > 0 && potential.Equals(table[0]));
        Cutoff = table.Max(potential => potential.Cutoff);
        List<double> data = [];
        Tables = new double[ParameterCount + 1][];
        for (int k = 0; k < Tables.Length; k++)
        {
            Tables[k] = new double[table.Length];
        }

        numbers = new Lane<double>[table.Length * Math.Max(1, ParameterCount)];
        Span<double> packed = stackalloc double[Math.Max(1, ParameterCount)];
        for (int pair = 0; pair < table.Length; pair++)
        {
            packed.Clear();
            if (table[pair].Cutoff > 0)
            {
                table[pair].Pack(packed, data);
            }

            for (int k = 0; k < ParameterCount; k++)
            {
                Tables[k][pair] = packed[k];
                numbers[(pair * ParameterCount) + k] = packed[k];
            }

            Tables[ParameterCount][pair] = table[pair].Cutoff * table[pair].Cutoff;
        }

        Data = [.. data];
    }

    public static int ParameterCount => TPotential.ParameterCount;

    public int TypeCount { get; }

    /// <summary>Whether one potential acts between all particles.</summary>
    public bool IsUniform { get; }

    public double Cutoff { get; }

    /// <summary>A table for each number of the formula, and one of squared cutoffs.</summary>
    public double[][] Tables { get; }

    public double[] Data { get; }

    /// <summary>Squared cutoff of a pair of types, counted as in the tables [length^2].</summary>
    public double SquaredCutoff(int pair) => Tables[ParameterCount][pair];

    /// <summary>The numbers of a pair of types for single pairs in double precision.</summary>
    /// <param name="pair">The pair of types, counted as in the tables.</param>
    /// <param name="chargeProduct">Product of the charges [elementary charge^2].</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Parameters<Lane<double>> Of(int pair, double chargeProduct) => new(in numbers[pair * ParameterCount], Data, chargeProduct);

    /// <summary>The largest of pairs whose energy is at most 64 times the scale of their potential.</summary>
    public PairExtremes Ordinary()
    {
        PairExtremes largest = default;
        foreach (TPotential potential in potentials.Distinct())
        {
            if (potential.Cutoff > 0)
            {
                double limit = 64 * potential.EnergyScale * (TPotential.UsesCharges ? LargestChargeProduct() : 1);
                Scan(potential, (r, u, f) =>
                {
                    bool isOrdinary = Math.Abs(u) <= limit;
                    largest = isOrdinary ? largest.With(f, u, f * r) : largest;
                    return isOrdinary;
                });
            }
        }

        return largest;
    }

    /// <summary>The distance [length] from which on all pairs stay below limits; closer pairs need other arithmetic.</summary>
    public double ClosestWithin(PairExtremes limits)
    {
        double closest = 0;
        foreach (TPotential potential in potentials.Distinct())
        {
            if (potential.Cutoff > 0)
            {
                Scan(potential, (r, u, f) =>
                {
                    bool fits = Math.Abs(f) <= limits.Force && Math.Abs(u) <= limits.Energy && Math.Abs(f) * r <= limits.Virial;
                    closest = fits ? closest : Math.Max(closest, r * (1 + 2e-3));
                    return fits;
                });
            }
        }

        return closest;
    }

    private double LargestChargeProduct() => TPotential.UsesCharges && charges.Length > 0 ? charges.Max(Math.Abs) * charges.Max(Math.Abs) : 0;

    // From the cutoff inward until told to stop; at last the distance 0, or where nothing is finite there the shortest before it.
    private void Scan(TPotential potential, Func<double, double, double, bool> visit)
    {
        Span<double> numbers = stackalloc double[Math.Max(1, ParameterCount)];
        List<double> data = [];
        potential.Pack(numbers, data);
        Span<Lane<double>> lanes = stackalloc Lane<double>[numbers.Length];
        for (int k = 0; k < lanes.Length; k++)
        {
            lanes[k] = numbers[k];
        }

        Parameters<Lane<double>> p = new(in lanes[0], CollectionsMarshal.AsSpan(data), LargestChargeProduct());
        double farthest = double.IsFinite(potential.Cutoff) ? potential.Cutoff * (1 - 1e-9) : 1000, r = farthest;
        for (; r > Closest * farthest; r *= 0.999)
        {
            double u = TPotential.Evaluate(r * r, p, out Lane<double> f).Value;
            if (!visit(r, u, f.Value * r))
            {
                return;
            }
        }

        double atZero = TPotential.Evaluate(0, p, out Lane<double> forceOverR).Value;
        if (!double.IsFinite(atZero) || !double.IsFinite(forceOverR.Value))
        {
            visit(r, double.NaN, double.NaN);
        }
    }
}
