using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Tests.Forces.Bonded;

/// <summary>A bonded potential as the tests of all of them see it: add a line to <see cref="All"/> for a new one.</summary>
internal abstract class BondedCase
{
    public static readonly IReadOnlyList<BondedCase> All =
    [
        new BondCase<HarmonicBond>(new(12, 1.1)),
        new BondCase<HarmonicBond>(new(3, 0)),
        new BondCase<FeneBond>(new(30, 1.5)),
        new BondCase<FeneBond>(new(30, 1.5, new Wca(1, 1))),
        new BondCase<DoubleWellBond>(new(5, Wca.CutoffOverSigma, 0.3)),
        new BondCase<QuarticBond>(new(1.05, 20, -11, 7)),
        new BondCase<MorseBond>(new(4, 0.9, 1.7)),
        new BondCase<FlatBottomBond>(new(9, 0.92, 1)),
        new BondCase<FlatBottomBond>(new(9, 1, double.PositiveInfinity)),
        new AngleCase<CosineAngle>(new(2.5)),
        new AngleCase<CosineSquaredAngle>(new(7, 1.9)),
        new AngleCase<HarmonicAngle>(new(7, 1.9)),
        new AngleCase<HarmonicAngle>(new(3, Math.PI)),
        new DihedralCase<PeriodicDihedral>(new(1.3, 1, 0)),
        new DihedralCase<PeriodicDihedral>(new(-0.7, 3, 0.4)),
        new DihedralCase<PeriodicDihedral>(new(1.1, 6, Math.PI)),
        new DihedralCase<RyckaertBellemans>(new(9.2789, 12.1557, -13.1202, -3.0597, 26.2403, -31.4950)),
        new DihedralCase<RyckaertBellemans>(RyckaertBellemans.FromOpls(1.3, -0.05, 0.2, 0.7)),
        new DihedralCase<HarmonicDihedral>(new(5)),
        new DihedralCase<HarmonicDihedral>(new(5, -2.8)),
    ];

    public static IEnumerable<string> Names => All.Select(potential => potential.Name);

    /// <summary>The potential and its parameters.</summary>
    public abstract string Name { get; }

    public abstract Type Potential { get; }

    public abstract string OpenCl { get; }

    public abstract int ParameterCount { get; }

    /// <summary>How many particles one term joins.</summary>
    public abstract int Size { get; }

    /// <summary>Places to evaluate the formula at: lengths, or angles.</summary>
    public abstract IEnumerable<double> Places { get; }

    /// <summary>The packed parameters.</summary>
    public abstract double[] Numbers { get; }

    public static BondedCase Find(string name) => All.Single(potential => potential.Name == name);

    /// <summary>The force on groups of particles.</summary>
    public abstract IForce Make(IEnumerable<int[]> groups);

    /// <summary>Energy in the last lane, and its derivative by length or angle.</summary>
    public abstract (double Energy, double Derivative) Evaluate<TReal>(double place)
        where TReal : struct, ILanes<TReal>;

    private static double[] Pack<TPotential>(TPotential potential)
        where TPotential : struct, IPotential
    {
        double[] numbers = new double[TPotential.ParameterCount];
        potential.Pack(numbers, []);
        return numbers;
    }

    private Parameters<TReal> Parameters<TReal>()
        where TReal : struct, ILanes<TReal>
    {
        TReal[] lanes = [.. Numbers.Select(number => (TReal)number)];
        return new(in lanes[0]);
    }

    private sealed class BondCase<T>(T potential) : BondedCase
        where T : struct, IBondPotential
    {
        public override string Name => potential.Describe();

        public override Type Potential => typeof(T);

        public override string OpenCl => T.OpenCl;

        public override int ParameterCount => T.ParameterCount;

        public override double[] Numbers => Pack(potential);

        public override int Size => 2;

        public override IEnumerable<double> Places => Enumerable.Range(0, 29).Select(k => 0.707 + (0.0273 * k));

        public override IForce Make(IEnumerable<int[]> groups) => new BondForce<T>(potential, groups.Select(g => new Bond(g[0], g[1])));

        public override (double Energy, double Derivative) Evaluate<TReal>(double place)
        {
            TReal energy = T.Evaluate(place * place, Parameters<TReal>(), out TReal forceOverR);
            return (energy[TReal.Count - 1], -forceOverR[TReal.Count - 1] * place);
        }
    }

    private sealed class AngleCase<T>(T potential) : BondedCase
        where T : struct, IAnglePotential
    {
        public override string Name => potential.Describe();

        public override Type Potential => typeof(T);

        public override string OpenCl => T.OpenCl;

        public override int ParameterCount => T.ParameterCount;

        public override double[] Numbers => Pack(potential);

        public override int Size => 3;

        public override IEnumerable<double> Places => Enumerable.Range(1, 30).Select(k => k * 0.1013);

        public override IForce Make(IEnumerable<int[]> groups) =>
            new AngleForce<T>(potential, groups.Select(g => new BondAngle(g[0], g[1], g[2])));

        public override (double Energy, double Derivative) Evaluate<TReal>(double place)
        {
            (double sine, double cosine) = Math.SinCos(place);
            TReal energy = T.Evaluate(cosine, sine, Parameters<TReal>(), out TReal derivative);
            return (energy[TReal.Count - 1], -derivative[TReal.Count - 1] * sine);
        }
    }

    private sealed class DihedralCase<T>(T potential) : BondedCase
        where T : struct, IDihedralPotential
    {
        public override string Name => potential.Describe();

        public override Type Potential => typeof(T);

        public override string OpenCl => T.OpenCl;

        public override int ParameterCount => T.ParameterCount;

        public override double[] Numbers => Pack(potential);

        public override int Size => 4;

        public override IEnumerable<double> Places => Enumerable.Range(-31, 63).Select(k => k * 0.1013);

        public override IForce Make(IEnumerable<int[]> groups) =>
            new DihedralForce<T>(potential, groups.Select(g => new BondDihedral(g[0], g[1], g[2], g[3])));

        public override (double Energy, double Derivative) Evaluate<TReal>(double place)
        {
            (double sine, double cosine) = Math.SinCos(place);
            TReal energy = T.Evaluate(cosine, sine, Parameters<TReal>(), out TReal derivative);
            return (energy[TReal.Count - 1], derivative[TReal.Count - 1]);
        }
    }
}
