using System.Globalization;
using System.Text.RegularExpressions;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Tests.Forces.Pair;

/// <summary>A pair potential with parameters, and what it promises, for the tests that every potential must pass.</summary>
internal abstract partial class PairPotentialCase
{
    /// <summary>Product of charges in all evaluations.</summary>
    public const double ChargeProduct = -0.375;

    /// <summary>Whether the energy ends at zero at the cutoff.</summary>
    public bool EndsInEnergy { get; init; }

    /// <summary>Whether the force does too.</summary>
    public bool EndsInForce { get; init; }

    /// <summary>The shortest distance to test.</summary>
    public double Nearest { get; init; } = 0.8;

    /// <summary>The rules that mix the potential.</summary>
    public MixingRule[] Rules { get; init; } = [];

    /// <summary>The numbers that the description must tell.</summary>
    public double[] Numbers { get; init; } = [];

    public abstract Type Type { get; }

    public abstract int ParameterCount { get; }

    public abstract bool UsesCharges { get; }

    public abstract string OpenCl { get; }

    public abstract double Cutoff { get; }

    public abstract double EnergyScale { get; }

    /// <summary>The numbers of a text.</summary>
    public static double[] NumbersOf(string text) =>
        [.. Number().Matches(text).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];

    /// <summary>Energies and forces over r, computed in lanes; the last lanes repeat the last distance.</summary>
    public abstract (double Energy, double ForceOverR)[] Evaluate<TReal, T>(double[] r2)
        where TReal : struct, IMemoryLanes<TReal, T>
        where T : unmanaged;

    /// <summary>Energy and force over r of one pair.</summary>
    public (double Energy, double ForceOverR) At(double r) => Evaluate<Lane<double>, double>([r * r])[0];

    public abstract IForce Force();

    public abstract string Describe();

    /// <summary>Description of the potential mixed with itself.</summary>
    public abstract string DescribeMixed(MixingRule rule);

    /// <summary>The numbers that the potential packs, and the lists.</summary>
    public abstract (double[] Numbers, double[] Data) Pack();

    public override string ToString() => Describe();

    [GeneratedRegex(@"(?<![\w.])-?\d+(\.\d+)?([eE][+-]?\d+)?(?![\w.])")]
    private static partial Regex Number();
}
