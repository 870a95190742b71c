namespace MolShell.Compute.Forces.Pair;

/// <summary>Bounds of what pairs contribute.</summary>
/// <param name="Force">Force [energy/length].</param>
/// <param name="Energy">Energy [energy].</param>
/// <param name="Virial">Force times distance [energy].</param>
internal readonly record struct PairExtremes(double Force, double Energy, double Virial)
{
    /// <summary>The larger ones.</summary>
    public PairExtremes With(double force, double energy, double virial) => new(
        Math.Max(Force, Math.Abs(force)), Math.Max(Energy, Math.Abs(energy)), Math.Max(Virial, Math.Abs(virial)));
}
