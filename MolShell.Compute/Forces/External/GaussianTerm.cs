using MolShell.Compute.Numerics;

namespace MolShell.Compute.Forces.External;

/// <summary>One Gaussian A exp(-sum over axes of alpha_a (r_a - c_a)^2); a negative A is a well.</summary>
/// <param name="Amplitude">A [energy].</param>
/// <param name="Center">c [length].</param>
/// <param name="Alpha">alpha along each axis [1/length^2]; 0 where the term does not depend on the axis.</param>
public readonly record struct GaussianTerm(double Amplitude, Vec3 Center, Vec3 Alpha);
