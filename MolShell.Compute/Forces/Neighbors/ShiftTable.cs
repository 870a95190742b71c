using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Neighbors;

/// <summary>Numbers the lattice translations that occur in a neighbour list; number 0 is none at all.</summary>
internal sealed class ShiftTable
{
    private readonly Dictionary<long, int> numbers = [];
    private Vec3[] vectors = new Vec3[32];
    private Box box = Box.Open;
    private Image last;
    private int lastNumber;
    private int count;

    /// <summary>The translations as vectors [length], by number.</summary>
    public ReadOnlySpan<Vec3> Vectors => vectors.AsSpan(0, count);

    /// <summary>Empties the table but for number 0.</summary>
    public void Reset(Box box)
    {
        this.box = box;
        numbers.Clear();
        count = 0;
        last = default;
        lastNumber = Add(default);
    }

    /// <summary>The translation as a vector [length]; the same bits whenever it is computed.</summary>
    public Vec3 VectorOf(Image image) => image.IsZero ? Vec3.Zero : box.ToCartesian(new Vec3(image.A, image.B, image.C));

    /// <summary>The number of a translation, new if it has none yet.</summary>
    public int NumberOf(Image image)
    {
        if (image.IsZero)
        {
            return 0;
        }

        if (image != last)
        {
            last = image;
            lastNumber = numbers.TryGetValue(image.Key, out int number) ? number : Add(image);
        }

        return lastNumber;
    }

    private int Add(Image image)
    {
        if (count == vectors.Length)
        {
            Array.Resize(ref vectors, 2 * count);
        }

        vectors[count] = VectorOf(image);
        numbers.Add(image.Key, count);
        return count++;
    }
}
