namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>What an integrator multiplies by that depends on a particle's mass.</summary>
/// <param name="Kick">Velocity (overdamped: displacement) for a unit force.</param>
/// <param name="Noise">Standard deviation of the random velocity (overdamped: displacement).</param>
internal readonly record struct ParticleFactors(double Kick, double Noise);
