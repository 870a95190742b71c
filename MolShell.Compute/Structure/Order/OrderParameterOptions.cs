using System.Collections.Immutable;

namespace MolShell.Compute.Structure.Order;

/// <summary>Which order parameters are computed.</summary>
public sealed record OrderParameterOptions
{
    /// <summary>The degrees l of bond-order parameters, each at least 1.</summary>
    public ImmutableArray<int> Degrees { get; init; } = [];

    /// <summary>Also those of vectors averaged over each particle and its neighbours.</summary>
    public bool IsAveraged { get; init; }

    /// <summary>Also w_l.</summary>
    public bool HasW { get; init; }

    /// <summary>Also w_l without denominator.</summary>
    public bool HasRawW { get; init; }

    /// <summary>The foldnesses k of hexatic order in the plane of x and y, each at least 1.</summary>
    public ImmutableArray<int> Foldnesses { get; init; } = [];

    /// <exception cref="ArgumentException">A degree or foldness is out of range or given twice, or there is none.</exception>
    internal void Validate()
    {
        if (Degrees.IsEmpty && Foldnesses.IsEmpty)
        {
            throw new ArgumentException("No order parameter was asked for; expected a degree l or a foldness k.");
        }

        Check(Degrees, "degree l", 100);
        Check(Foldnesses, "foldness k", 100);

        static void Check(ImmutableArray<int> numbers, string what, int largest)
        {
            foreach (int number in numbers)
            {
                if (number < 1 || number > largest)
                {
                    throw new ArgumentException(FormattableString.Invariant($"The {what} is {number}; expected 1 to {largest}."));
                }
            }

            if (numbers.Distinct().Count() < numbers.Length)
            {
                throw new ArgumentException($"A {what} was given twice: {string.Join(", ", numbers)}.");
            }
        }
    }
}
