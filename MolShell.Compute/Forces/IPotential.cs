namespace MolShell.Compute.Forces;

/// <summary>What every formula of a potential tells about itself; a small struct with the parameters of one kind of interaction.</summary>
/// <remarks>
/// The formula itself is a static generic method of the kind of potential (pair, bond, angle, ...), written once over lanes of numbers and
/// compiled for every precision and register width. It reads the parameters that <see cref="Pack"/> has laid out, so that each lane may
/// have its own. <see cref="OpenCl"/> is the same formula for OpenCL devices.
/// </remarks>
public interface IPotential
{
    /// <summary>Name of the term in energy reports.</summary>
    static abstract string Name { get; }

    /// <summary>How many numbers <see cref="Pack"/> writes.</summary>
    static abstract int ParameterCount { get; }

    /// <summary>
    /// The body of the formula in OpenCL C, of type <c>real</c> (float or double), with the parameters in <c>p[0]</c>, <c>p[1]</c>, ...,
    /// lists in <c>data</c>, and arguments and results named as those of the C# formula, results being pointers. Its only <c>return</c> is
    /// the last statement, so that one formula can be written into another.
    /// </summary>
    static abstract string OpenCl { get; }

    /// <summary>Writes the numbers that the formula needs; lists are added to <paramref name="data"/>, and their start is a number.</summary>
    void Pack(Span<double> parameters, List<double> data);

    /// <summary>A culture-invariant text of all parameters with round-trip numbers, such as "WCA(epsilon=1, sigma=1)".</summary>
    string Describe();
}
