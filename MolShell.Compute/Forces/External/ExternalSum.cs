using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.External;

/// <summary>The sum of two potentials of place, as one; sums nest.</summary>
public readonly record struct ExternalSum<TFirst, TSecond>(TFirst First, TSecond Second) : IExternalPotential
    where TFirst : struct, IExternalPotential
    where TSecond : struct, IExternalPotential
{
    public static string Name => $"{TFirst.Name}+{TSecond.Name}";

    public static int ParameterCount => TFirst.ParameterCount + TSecond.ParameterCount;

    public static string OpenCl => $$"""
        real sum{{ParameterCount}}, sumX{{ParameterCount}}, sumY{{ParameterCount}}, sumZ{{ParameterCount}};
        {{OpenClText.Inline(TFirst.OpenCl, $"sum{ParameterCount} = ", 0)}}
        sumX{{ParameterCount}} = *fx;
        sumY{{ParameterCount}} = *fy;
        sumZ{{ParameterCount}} = *fz;
        {{OpenClText.Inline(TSecond.OpenCl, $"sum{ParameterCount} += ", TFirst.ParameterCount)}}
        *fx += sumX{{ParameterCount}};
        *fy += sumY{{ParameterCount}};
        *fz += sumZ{{ParameterCount}};
        return sum{{ParameterCount}};
        """;

    public int Dimension => Math.Max(First.Dimension, Second.Dimension);

    public void Pack(Span<double> parameters, List<double> data)
    {
        First.Pack(parameters[..TFirst.ParameterCount], data);
        Second.Pack(parameters[TFirst.ParameterCount..], data);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal x, TReal y, TReal z, Parameters<TReal> p, out TReal fx, out TReal fy, out TReal fz)
        where TReal : struct, ILanes<TReal>
    {
        TReal energy = TFirst.Evaluate(x, y, z, p, out TReal x1, out TReal y1, out TReal z1)
            + TSecond.Evaluate(x, y, z, p.From(TFirst.ParameterCount), out TReal x2, out TReal y2, out TReal z2);
        fx = x1 + x2;
        fy = y1 + y2;
        fz = z1 + z2;
        return energy;
    }

    public string Describe() => $"{First.Describe()}+{Second.Describe()}";

    public override string ToString() => Describe();
}
