using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair;

/// <summary>Evaluates single pairs in double precision.</summary>
public static class PairPotentialExtensions
{
    /// <summary>Energy and -U'(r)/r of one pair; see <see cref="IPairPotential{TSelf}.Evaluate{TReal}"/>.</summary>
    /// <param name="potential">The potential.</param>
    /// <param name="r2">Squared distance [length^2].</param>
    /// <param name="forceOverR">-U'(r)/r [energy/length^2].</param>
    /// <param name="chargeProduct">Product of the charges [elementary charge^2].</param>
    public static double Evaluate<TPotential>(this TPotential potential, double r2, out double forceOverR, double chargeProduct = 0)
        where TPotential : struct, IPairPotential<TPotential>
    {
        Span<double> numbers = stackalloc double[TPotential.ParameterCount];
        List<double> data = [];
        potential.Pack(numbers, data);
        Span<Lane<double>> lanes = stackalloc Lane<double>[numbers.Length];
        for (int i = 0; i < lanes.Length; i++)
        {
            lanes[i] = numbers[i];
        }

        Parameters<Lane<double>> parameters = new(in lanes[0], System.Runtime.InteropServices.CollectionsMarshal.AsSpan(data), chargeProduct);
        Lane<double> energy = TPotential.Evaluate(r2, parameters, out Lane<double> force);
        forceOverR = force.Value;
        return energy.Value;
    }

    /// <summary>Energy and force -U' at the cutoff, for a product of charges of 1 where there are charges.</summary>
    /// <exception cref="ArgumentException">There is no cutoff, or no finite energy at it.</exception>
    internal static (double Energy, double Force) AtCutoff<TPotential>(this TPotential potential)
        where TPotential : struct, IPairPotential<TPotential>
    {
        double cutoff = potential.Cutoff;
        double energy = potential.Evaluate(cutoff * cutoff, out double forceOverR, chargeProduct: 1);
        double force = forceOverR * cutoff;
        return double.IsFinite(cutoff) && double.IsFinite(energy) && double.IsFinite(force)
            ? (energy, force)
            : throw new ArgumentException(FormattableString.Invariant(
                $"{TPotential.Name}: with the cutoff {cutoff:g6} there is nothing to shift or switch; expected a finite cutoff."));
    }
}
