namespace MolShell.Compute.Numerics.Random;

/// <summary>
/// The Sobol sequence of points that fill the unit cube evenly, in Gray-code order from (0, 0, 0), with the direction numbers of
/// Bratley and Fox (1988, doi:10.1145/42288.214372).
/// </summary>
public static class SobolSequence
{
    private const int Bits = 31;
    private const double Unit = 1.0 / (1u << Bits);

    /// <summary>The first <paramref name="count"/> points; each coordinate in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static Vec3[] Points(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        uint[] x = Directions(_ => 1), y = Directions(last => last[^1] ^ (2 * last[^1])), z = Directions(Quadratic);
        Vec3[] points = new Vec3[count];
        (uint X, uint Y, uint Z) state = default;
        for (int i = 0; i < count; i++)
        {
            points[i] = new Vec3(state.X * Unit, state.Y * Unit, state.Z * Unit);
            int bit = int.TrailingZeroCount(~i);
            state = (state.X ^ x[bit], state.Y ^ y[bit], state.Z ^ z[bit]);
        }

        return points;
    }

    // The primitive polynomial x^2 + x + 1 from the numbers 1, 1.
    private static uint Quadratic(List<uint> last) => last.Count < 2 ? 1 : last[^2] ^ (2 * last[^1]) ^ (4 * last[^2]);

    private static uint[] Directions(Func<List<uint>, uint> next)
    {
        List<uint> numbers = [1];
        while (numbers.Count < Bits)
        {
            numbers.Add(next(numbers));
        }

        return [.. numbers.Select((number, j) => number << (Bits - 1 - j))];
    }
}
