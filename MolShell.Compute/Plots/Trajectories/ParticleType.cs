using MolShell.Compute.Plots.Colors;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Plots.Trajectories;

/// <summary>How the particles of a type look.</summary>
/// <param name="Name">Name of the type.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Color">Their colour.</param>
/// <param name="Scale">Radius relative to that of the others: hydrogen is smaller.</param>
/// <param name="IsBath">Whether they are what molecules swim in: none of them is bonded, but others are.</param>
internal sealed record ParticleType(string Name, int Count, Rgb Color, double Scale, bool IsBath)
{
    private static readonly Rgb Grey = Rgb.FromHex(0x8a97a5);

    /// <summary>
    /// The types of a system, of which a bath is grey, so that the molecules stand out.
    /// </summary>
    public static ParticleType[] Of(Topology topology)
    {
        bool[] bonded = Bonded(topology);
        int colored = 0;
        ParticleType[] types = new ParticleType[topology.TypeNames.Length];
        for (int t = 0; t < types.Length; t++)
        {
            int[] members = [.. Enumerable.Range(0, topology.ParticleCount).Where(i => topology.Types[i] == t)];
            bool bath = topology.Bonds.Length > 0 && !members.Any(i => bonded[i]);
            double scale = string.Equals(topology.TypeNames[t], "H", StringComparison.OrdinalIgnoreCase) ? 0.65 : 1;
            types[t] = new ParticleType(topology.TypeNames[t], members.Length, bath ? Grey : Palette.PrintColor(colored++), scale, bath);
        }

        return types;
    }

    private static bool[] Bonded(Topology topology)
    {
        bool[] bonded = new bool[topology.ParticleCount];
        foreach (Bond bond in topology.Bonds)
        {
            bonded[bond.I] = true;
            bonded[bond.J] = true;
        }

        return bonded;
    }
}
