using System.Globalization;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Pair;

namespace MolShell.Compute.Tests.Forces.Pair;

internal sealed class PairPotentialCaseOf<TPotential>(TPotential potential) : PairPotentialCase
    where TPotential : struct, IPairPotential<TPotential>
{
    public override Type Type => typeof(TPotential);

    public override int ParameterCount => TPotential.ParameterCount;

    public override bool UsesCharges => TPotential.UsesCharges;

    public override string OpenCl => TPotential.OpenCl;

    public override double Cutoff => potential.Cutoff;

    public override double EnergyScale => potential.EnergyScale;

    public override IForce Force() => new PairForce<TPotential>(potential);

    public override string Describe() => potential.Describe();

    public override string DescribeMixed(MixingRule rule) => TPotential.Mix(potential, potential, rule).Describe();

    public override (double[] Numbers, double[] Data) Pack()
    {
        double[] numbers = new double[ParameterCount];
        Array.Fill(numbers, double.NaN);
        List<double> data = [];
        potential.Pack(numbers, data);
        return (numbers, [.. data]);
    }

    public override (double Energy, double ForceOverR)[] Evaluate<TReal, T>(double[] r2)
    {
        (double[] numbers, double[] data) = Pack();
        TReal[] packed = Array.ConvertAll(numbers, number => (TReal)number);
        (double Energy, double ForceOverR)[] results = new (double, double)[r2.Length];
        T[] block = new T[TReal.Count];
        for (int start = 0; start < r2.Length; start += TReal.Count)
        {
            for (int lane = 0; lane < TReal.Count; lane++)
            {
                block[lane] = (T)Convert.ChangeType(
                    r2[Math.Min(start + lane, r2.Length - 1)], typeof(T), CultureInfo.InvariantCulture);
            }

            Parameters<TReal> parameters = new(in packed[0], data, (TReal)ChargeProduct);
            TReal energy = TPotential.Evaluate(TReal.Load(in block[0], 0), parameters, out TReal force);
            for (int lane = 0; lane < TReal.Count && start + lane < r2.Length; lane++)
            {
                results[start + lane] = (energy[lane], force[lane]);
            }
        }

        return results;
    }
}
