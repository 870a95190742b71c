using System.Globalization;

namespace MolShell.Compute.Paths.Ensembles.Patterns;

/// <summary>Numbers of frames from a least to a greatest, both included; <see cref="Unlimited"/> stands for no greatest.</summary>
internal readonly record struct LengthRange(long Minimum, long Maximum)
{
    /// <summary>More frames than there ever are, and far from overflow in sums.</summary>
    public const long Unlimited = long.MaxValue / 4;

    public static LengthRange Any { get; } = new(0, Unlimited);

    public bool IsEmpty => Minimum > Maximum;

    /// <summary>Whether all paths have one length.</summary>
    public bool IsExact => Minimum == Maximum;

    /// <summary>What remains after one frame.</summary>
    public LengthRange Next => new(Math.Max(0, Minimum - 1), Shift(Maximum, -1));

    public LengthRange Intersect(LengthRange other) => new(Math.Max(Minimum, other.Minimum), Math.Min(Maximum, other.Maximum));

    public LengthRange Unite(LengthRange other) => new(Math.Min(Minimum, other.Minimum), Math.Max(Maximum, other.Maximum));

    /// <summary>Lengths of one path and another that begins <paramref name="overlap"/> frames before the end of the first.</summary>
    public LengthRange Join(LengthRange other, LengthRange overlap) => new(
        Math.Max(Math.Max(Minimum, other.Minimum), Minimum + other.Minimum - overlap.Maximum),
        Shift(Shift(Maximum, other.Maximum), -overlap.Minimum));

    public override string ToString() =>
        IsExact ? string.Create(CultureInfo.InvariantCulture, $"{Minimum} {(Minimum == 1 ? "frame" : "frames")}")
        : Maximum >= Unlimited ? string.Create(CultureInfo.InvariantCulture, $"at least {Minimum} frames")
        : string.Create(CultureInfo.InvariantCulture, $"{Minimum} to {Maximum} frames");

    private static long Shift(long length, long by) => length >= Unlimited ? Unlimited : Math.Min(Unlimited, length + by);
}
