using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Numerics.Random;

/// <summary>The keys, steps and particles that a row of normal deviates is for.</summary>
internal interface INoiseAddress
{
    /// <summary>Those of the lanes from place <paramref name="i"/> of the row on.</summary>
    (TWords Key, TWords Step, TWords Particle) At<TWords, TReal>(int i)
        where TWords : struct, IWords<TWords, TReal>
        where TReal : struct, ILanes<TReal>;
}
