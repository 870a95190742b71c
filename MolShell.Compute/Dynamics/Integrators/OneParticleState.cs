namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>Rows of the state of single particles, each with a number for every lane.</summary>
internal static class OneParticleState
{
    public const int X = 0;
    public const int Y = 1;
    public const int Z = 2;
    public const int VelocityX = 3;
    public const int VelocityY = 4;
    public const int VelocityZ = 5;
    public const int ForceX = 6;
    public const int ForceY = 7;
    public const int ForceZ = 8;
    public const int Energy = 9;
    public const int Count = 10;
}
