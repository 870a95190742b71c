using System.Runtime.Intrinsics;
using MolShell.Compute.Forces.Neighbors.Clusters;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>Chooses the compiled loop for a precision and a width of registers.</summary>
internal static class ClusterKernels
{
    public static ClusterKernel Create<TPotential>(
        PairParameters<TPotential> potentials, ForceContext context, Neighborhood neighborhood, int[] types, double[] charges, Precision precision)
        where TPotential : struct, IPairPotential<TPotential>
    {
        return (precision, context.RegisterWidth) switch
        {
            (Precision.Mixed, 512) => Make<Mixed512, Lanes512<float>, int, Vector512<int>>(),
            (Precision.Mixed, 256) => Make<Mixed256, Lanes256<float>, int, Vector256<int>>(),
            (Precision.Mixed, 128) => Make<Mixed128, Lanes128<float>, int, Vector128<int>>(),
            (Precision.Mixed, _) => Make<MixedScalar, Lane<float>, int, int>(),
            (_, 512) => Make<Double512, Lanes512<double>, long, Vector512<long>>(),
            (_, 256) => Make<Double256, Lanes256<double>, long, Vector256<long>>(),
            (_, 128) => Make<Double128, Lanes128<double>, long, Vector128<long>>(),
            _ => Make<DoubleScalar, Lane<double>, long, long>(),
        };

        ClusterKernel Make<TArithmetic, TReal, TInt, TVector>()
            where TArithmetic : struct, IClusterArithmetic<TReal, TInt, TVector>
            where TReal : unmanaged, ILanes<TReal>
            where TInt : unmanaged
            where TVector : struct =>
            new TileKernel<TPotential, TArithmetic, TReal, TInt, TVector>(potentials, context.Particles, neighborhood, types, charges);
    }
}
