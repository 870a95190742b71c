using MolShell.Compute.Numerics;

namespace MolShell.Compute.Forces.External;

/// <summary>A spring that holds a particle at a place.</summary>
/// <param name="Particle">The particle.</param>
/// <param name="Reference">Where it is held [length].</param>
/// <param name="ForceConstant">k [energy/length^2], not negative.</param>
public readonly record struct PositionRestraint(int Particle, Vec3 Reference, double ForceConstant);
