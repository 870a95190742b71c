namespace MolShell.Compute.Forces.Neighbors;

/// <summary>A lattice translation, in whole cells along the box edges a, b and c.</summary>
internal readonly record struct Image(int A, int B, int C)
{
    private const int Bits = 21;
    private const int Half = 1 << (Bits - 1);

    /// <summary>Largest number of cells along an edge that can be told apart.</summary>
    public const int Limit = Half / 2;

    public bool IsZero => (A | B | C) == 0;

    /// <summary>One of each translation and its opposite: the first nonzero number is positive.</summary>
    public bool IsPositive => A > 0 || (A == 0 && (B > 0 || (B == 0 && C > 0)));

    /// <summary>A number that orders translations: by A, then B, then C.</summary>
    public long Key => ((long)(A + Half) << (2 * Bits)) | ((long)(B + Half) << Bits) | (uint)(C + Half);

    public static Image operator +(Image a, Image b) => new(a.A + b.A, a.B + b.B, a.C + b.C);

    public static Image operator -(Image a, Image b) => new(a.A - b.A, a.B - b.B, a.C - b.C);

    public static Image operator -(Image a) => new(-a.A, -a.B, -a.C);
}
