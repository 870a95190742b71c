namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// The formula of an angle's energy with its parameters: a small struct that <see cref="AngleForce{T}"/> is compiled for.
/// </summary>
public interface IAnglePotential
{
    /// <summary>Name of the term in energy reports.</summary>
    static abstract string Name { get; }

    /// <summary>
    /// Energy [energy] at the cosine of the angle theta at the middle particle (-1 is straight), and its
    /// <paramref name="derivative"/> by that cosine [energy].
    /// </summary>
    double Evaluate(double cosine, out double derivative);

    /// <summary>A culture-invariant text of all parameters with round-trip numbers.</summary>
    string Describe();
}
