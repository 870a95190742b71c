using MolShell.Compute.Numerics;

namespace MolShell.Compute.Forces.External;

/// <summary>
/// The formula of a potential V(r) of place with its parameters: a small struct that <see cref="ExternalForce{T}"/> and the dynamics of
/// a single particle are compiled for.
/// </summary>
public interface IExternalPotential
{
    /// <summary>Name of the term in energy reports.</summary>
    static abstract string Name { get; }

    /// <summary>The number of coordinates V depends on: 1 (x), 2 (x, y) or 3.</summary>
    int Dimension { get; }

    /// <summary>Energy [energy] at <paramref name="r"/> [length] and <paramref name="force"/> = -grad V [energy/length].</summary>
    double Evaluate(Vec3 r, out Vec3 force);

    /// <summary>A culture-invariant text of all parameters with round-trip numbers.</summary>
    string Describe();
}
