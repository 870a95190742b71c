namespace MolShell.Compute.Numerics.Simd;

/// <summary>Bit patterns of the two precisions: 1, sqrt(1/2), and the mask of the mantissa.</summary>
internal static class LaneBits
{
    public const int One = 0x3F80_0000;
    public const int SqrtHalf = 0x3F35_04F3;
    public const int Mantissa = 0x007F_FFFF;
    public const long WideOne = 0x3FF0_0000_0000_0000;
    public const long WideSqrtHalf = 0x3FE6_A09E_667F_3BCD;
    public const long WideMantissa = 0x000F_FFFF_FFFF_FFFF;
}
