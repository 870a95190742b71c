using System.Collections.Immutable;

namespace MolShell.Compute.Paths.Volumes;

/// <summary>
/// Numbers in at least one of some half-open ranges low &lt;= value &lt; high, which are in order and do not touch, so that equal sets have
/// equal ranges. Ends may be infinite. Half-open ranges stay half open under all set operations.
/// </summary>
internal readonly record struct RangeSet(ImmutableArray<(double Low, double High)> Ranges)
{
    public bool IsEmpty => Ranges.IsEmpty;

    public static RangeSet Of(double low, double high) => new(low < high ? [(low, high)] : []);

    public bool Contains(double value)
    {
        foreach ((double low, double high) in Ranges)
        {
            if (value < high)
            {
                return value >= low;
            }
        }

        return false;
    }

    public bool Equals(RangeSet other) => Ranges.SequenceEqual(other.Ranges);

    public override int GetHashCode() => Ranges.Aggregate(0, HashCode.Combine);

    public RangeSet Unite(RangeSet other)
    {
        ImmutableArray<(double Low, double High)>.Builder united = ImmutableArray.CreateBuilder<(double, double)>();
        foreach ((double low, double high) in Ranges.Concat(other.Ranges).Order())
        {
            if (united.Count > 0 && low <= united[^1].High)
            {
                united[^1] = (united[^1].Low, Math.Max(high, united[^1].High));
            }
            else
            {
                united.Add((low, high));
            }
        }

        return new RangeSet(united.DrainToImmutable());
    }

    public RangeSet Intersect(RangeSet other) => new(
    [
        .. from a in Ranges
           from b in other.Ranges
           let low = Math.Max(a.Low, b.Low)
           let high = Math.Min(a.High, b.High)
           where low < high
           select (low, high),
    ]);

    /// <summary>What of the range from <paramref name="low"/> to <paramref name="high"/> is not in the set, which is within it.</summary>
    public RangeSet Complement(double low, double high)
    {
        ImmutableArray<(double Low, double High)>.Builder gaps = ImmutableArray.CreateBuilder<(double, double)>();
        foreach ((double begin, double end) in Ranges)
        {
            if (low < begin)
            {
                gaps.Add((low, begin));
            }

            low = end;
        }

        if (low < high)
        {
            gaps.Add((low, high));
        }

        return new RangeSet(gaps.DrainToImmutable());
    }
}
