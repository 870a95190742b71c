namespace MolShell.Compute.Numerics.Simd;

/// <summary>
/// Real numbers computed side by side, one in each lane of a vector register; a single number is one lane. A formula written once over
/// <typeparamref name="TSelf"/> is compiled for double and single precision and for every register width, and gives the same bits in each
/// lane whatever the width, since all operations round as IEEE 754 says.
/// </summary>
public interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>Whether a lane is a single-precision number.</summary>
    static abstract bool IsSingle { get; }

    /// <summary>The same number in all lanes, rounded to the precision of a lane.</summary>
    static abstract implicit operator TSelf(double value);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf operator /(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a);

    /// <summary>a b + c, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    static abstract TSelf Sqrt(TSelf a);

    static abstract TSelf Abs(TSelf a);

    /// <summary>The smaller; of a number and a NaN, either.</summary>
    static abstract TSelf Min(TSelf a, TSelf b);

    /// <summary>The larger; of a number and a NaN, either.</summary>
    static abstract TSelf Max(TSelf a, TSelf b);

    /// <summary>The nearest integer, the even one of two.</summary>
    static abstract TSelf Round(TSelf a);

    /// <summary>A mask of the lanes where a is less than b, for <see cref="Select"/>.</summary>
    static abstract TSelf LessThan(TSelf a, TSelf b);

    /// <summary>Lanes of both masks.</summary>
    static abstract TSelf And(TSelf mask, TSelf other);

    /// <summary><paramref name="a"/> in the lanes of the mask, <paramref name="b"/> in the others.</summary>
    static abstract TSelf Select(TSelf mask, TSelf a, TSelf b);

    /// <summary>Whether the mask has any lane.</summary>
    static abstract bool Any(TSelf mask);

    /// <summary>2^n for integers n within the range of normal numbers.</summary>
    static abstract TSelf PowerOfTwo(TSelf n);

    /// <summary>Splits a positive normal number into m 2^n with m in [sqrt(1/2), sqrt(2)), and returns n.</summary>
    static abstract TSelf Split(TSelf a, out TSelf mantissa);

    /// <summary>The number in one lane.</summary>
    double this[int lane] { get; }

    /// <summary>The numbers of a list at integer places, one for each lane.</summary>
    static abstract TSelf Gather(ReadOnlySpan<double> list, TSelf place);
}
