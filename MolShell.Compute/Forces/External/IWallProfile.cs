namespace MolShell.Compute.Forces.External;

/// <summary>The energy of a particle by its distance from a wall: a small struct that walls of all shapes are compiled for.</summary>
public interface IWallProfile
{
    /// <summary>Name of the term in energy reports.</summary>
    static abstract string Name { get; }

    /// <summary>
    /// Energy [energy] at a distance [length] from the wall, negative beyond it, and <paramref name="force"/> = -V'(d) [energy/length],
    /// positive where the wall pushes inward. The energy is not a number where a particle cannot be.
    /// </summary>
    double Evaluate(double distance, out double force);

    /// <summary>A culture-invariant text of all parameters with round-trip numbers.</summary>
    string Describe();
}
