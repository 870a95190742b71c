using MolShell.Compute.Numerics;

namespace MolShell.Compute.Variables;

/// <summary>Addresses one component of an [n, 3] array: by number through the coordinates that move, or by particle and axis.</summary>
internal readonly record struct CoordinateIndex
{
    private static readonly string[] AxisNames = ["x", "y", "z"];

    private readonly int number;

    // The axis plus one; 0 for a coordinate by number.
    private readonly int fixedAxis;

    public CoordinateIndex(int number)
    {
        RequireNotNegative("coordinate", number);
        this.number = number;
    }

    public CoordinateIndex(int particle, int axis)
    {
        RequireNotNegative("particle", particle);
        if (axis is < 0 or > 2)
        {
            throw new ArgumentOutOfRangeException(
                nameof(axis), FormattableString.Invariant($"The axis is {axis}; expected 0 (x), 1 (y) or 2 (z)."));
        }

        number = particle;
        fixedAxis = axis + 1;
    }

    /// <summary>Throws for a number below 0, which numbers nothing.</summary>
    public static void RequireNotNegative(string what, int number)
    {
        if (number < 0)
        {
            throw new ArgumentOutOfRangeException(
                what, FormattableString.Invariant($"The number of a {what} is {number}; they are counted from 0."));
        }
    }

    public (int Particle, int Axis) Resolve(int dimension) =>
        fixedAxis > 0 ? (number, fixedAxis - 1) : Math.DivRem(number, dimension);

    public static Vec3 Unit(int axis) => new(axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0);

    public string Describe(string prefix) => fixedAxis > 0
        ? FormattableString.Invariant($"{prefix}{AxisNames[fixedAxis - 1]}({number})")
        : FormattableString.Invariant($"{prefix}coordinate({number})");
}
