using System.Runtime.CompilerServices;

namespace MolShell.Compute.Forces.External;

/// <summary>Soft wall: V = k d^2/2 beyond the wall (d below 0), and 0 inside.</summary>
public readonly record struct HarmonicWall : IWallProfile
{
    /// <param name="forceConstant">k [energy/length^2], not negative.</param>
    /// <exception cref="ArgumentException">The constant is out of range.</exception>
    public HarmonicWall(double forceConstant)
    {
        Parameter.NotNegative(forceConstant, nameof(forceConstant), Name);
        ForceConstant = forceConstant;
    }

    public static string Name => "HarmonicWall";

    /// <summary>k [energy/length^2].</summary>
    public double ForceConstant { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(double distance, out double force)
    {
        double beyond = Math.Min(distance, 0);
        force = -ForceConstant * beyond;
        return 0.5 * ForceConstant * beyond * beyond;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(k={ForceConstant})");

    public override string ToString() => Describe();
}
