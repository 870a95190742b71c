using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>
/// The loop over steps of one particle in a potential of place, or of as many systems of one particle as there are lanes: without calls
/// and with the particles in registers.
/// </summary>
internal static class OneParticleSteps<TKernel, TAxes, TPotential, TReal>
    where TKernel : struct, IIntegratorKernel
    where TAxes : struct, IAxes
    where TPotential : struct, IExternalPotential
    where TReal : struct, ILanes<TReal>, IMemoryLanes<TReal, double>
{
    /// <summary>Steps for which noise is made at once.</summary>
    public const int Chunk = 32;

    /// <summary>Length of the deviates of one axis for a chunk of steps, [step, lane].</summary>
    public static int NoiseStride => Chunk * TReal.Count;

    /// <summary>Length of the noise of all axes.</summary>
    public static int NoiseLength => TKernel.IsStochastic ? TAxes.Count * NoiseStride : 0;

    /// <summary>The deviates of one axis in the noise of all; empty for an axis that does not move.</summary>
    public static Span<double> NoiseOf(Span<double> noise, int axis, int steps) =>
        axis < TAxes.Count ? noise.Slice(axis * NoiseStride, steps * TReal.Count) : default;

    /// <summary>Makes steps; coordinates beyond the axes that move stay as they are.</summary>
    /// <param name="kernel">The integrator.</param>
    /// <param name="p">Numbers of the potential.</param>
    /// <param name="factors">Factors of the mass.</param>
    /// <param name="state">State of the particles, rows of <see cref="OneParticleState"/>, [row, lane].</param>
    /// <param name="noise">Deviates, [axis, step, lane] with <see cref="NoiseStride"/> for an axis.</param>
    /// <param name="steps">Number of steps, at most <see cref="Chunk"/>.</param>
    public static void Advance(
        TKernel kernel, Parameters<TReal> p, ParticleFactors factors, Span<double> state, ReadOnlySpan<double> noise, int steps)
    {
        ref double rows = ref MemoryMarshal.GetReference(state);
        ref double deviates = ref MemoryMarshal.GetReference(noise);
        TReal kick = factors.Kick, scale = factors.Noise, zero = 0;
        TReal x = Row(ref rows, OneParticleState.X), y = Row(ref rows, OneParticleState.Y), z = Row(ref rows, OneParticleState.Z);
        TReal vx = Row(ref rows, OneParticleState.VelocityX);
        TReal vy = Row(ref rows, OneParticleState.VelocityY);
        TReal vz = Row(ref rows, OneParticleState.VelocityZ);
        TReal fx = Row(ref rows, OneParticleState.ForceX);
        TReal fy = Row(ref rows, OneParticleState.ForceY);
        TReal fz = Row(ref rows, OneParticleState.ForceZ);
        TReal energy = Row(ref rows, OneParticleState.Energy);
        for (int step = 0; step < steps; step++)
        {
            int at = step * TReal.Count;
            kernel.Move(ref x, ref vx, fx, kick, scale, TKernel.IsStochastic ? TReal.Load(ref deviates, at) : zero);
            if (TAxes.Count > 1)
            {
                kernel.Move(ref y, ref vy, fy, kick, scale, TKernel.IsStochastic ? TReal.Load(ref deviates, at + NoiseStride) : zero);
            }

            if (TAxes.Count > 2)
            {
                kernel.Move(ref z, ref vz, fz, kick, scale, TKernel.IsStochastic ? TReal.Load(ref deviates, at + (2 * NoiseStride)) : zero);
            }

            energy = TPotential.Evaluate(x, y, z, p, out fx, out fy, out fz);
            if (TKernel.HasVelocities)
            {
                kernel.Finish(ref vx, fx, kick);
                if (TAxes.Count > 1)
                {
                    kernel.Finish(ref vy, fy, kick);
                }

                if (TAxes.Count > 2)
                {
                    kernel.Finish(ref vz, fz, kick);
                }
            }
        }

        x.Store(ref rows, OneParticleState.X * TReal.Count);
        y.Store(ref rows, OneParticleState.Y * TReal.Count);
        z.Store(ref rows, OneParticleState.Z * TReal.Count);
        vx.Store(ref rows, OneParticleState.VelocityX * TReal.Count);
        vy.Store(ref rows, OneParticleState.VelocityY * TReal.Count);
        vz.Store(ref rows, OneParticleState.VelocityZ * TReal.Count);
        fx.Store(ref rows, OneParticleState.ForceX * TReal.Count);
        fy.Store(ref rows, OneParticleState.ForceY * TReal.Count);
        fz.Store(ref rows, OneParticleState.ForceZ * TReal.Count);
        energy.Store(ref rows, OneParticleState.Energy * TReal.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal Row(ref double rows, int row) => TReal.Load(ref rows, row * TReal.Count);
}
