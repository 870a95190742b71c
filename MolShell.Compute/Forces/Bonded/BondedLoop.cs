namespace MolShell.Compute.Forces.Bonded;

/// <summary>The loop over bonds or the like of one potential, for some width of registers.</summary>
internal abstract class BondedLoop
{
    /// <summary>Adds up forces, and energy and virial where wanted, of one part of the whole.</summary>
    public abstract void Evaluate(Particles particles, ForceSum sum, int part);
}
