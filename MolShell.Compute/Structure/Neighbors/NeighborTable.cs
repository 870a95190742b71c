using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure.Neighbors;

/// <summary>
/// The neighbours of each particle of a frame, nearest first. A neighbour is an image of a particle: one particle may be there several times,
/// and may be its own neighbour, in a box thinner than the range. Immutable; any number of threads may read it.
/// </summary>
public sealed class NeighborTable : INeighborResult
{
    private readonly Vec3[] places;
    private readonly Vec3[] shifts;
    private readonly int[] start;
    private readonly int[] indices;
    private readonly ushort[] shiftNumbers;
    private readonly double[]? weights;

    /// <param name="frame">The frame.</param>
    /// <param name="rule">What made the neighbours.</param>
    /// <param name="places">Images of the particles that vectors start from [length], shape [n, 3].</param>
    /// <param name="shifts">Translations of the box [length].</param>
    /// <param name="start">Where the neighbours of each particle begin, shape [n + 1].</param>
    /// <param name="indices">The neighbours.</param>
    /// <param name="shiftNumbers">The translation of each neighbour.</param>
    /// <param name="weights">The weight of each neighbour; null where all are alike.</param>
    internal NeighborTable(
        Frame frame, NeighborRule rule, Vec3[] places, Vec3[] shifts, int[] start, int[] indices, ushort[] shiftNumbers, double[]? weights = null)
    {
        (Frame, Rule) = (frame, rule);
        (this.places, this.shifts, this.start, this.indices, this.shiftNumbers, this.weights) = (places, shifts, start, indices, shiftNumbers, weights);
    }

    /// <summary>The frame whose particles these are.</summary>
    public Frame Frame { get; }

    /// <summary>Step of the frame.</summary>
    public long Step => Frame.Step;

    /// <summary>Time of the frame [time].</summary>
    public double Time => Frame.Time;

    /// <summary>What made a particle a neighbour.</summary>
    public NeighborRule Rule { get; }

    /// <summary>Number of particles n.</summary>
    public int ParticleCount => start.Length - 1;

    /// <summary>Number of neighbours of all particles together.</summary>
    public int NeighborCount => indices.Length;

    /// <summary>Mean number of neighbours of a particle.</summary>
    public double MeanCount => (double)NeighborCount / ParticleCount;

    /// <summary>Smallest number of neighbours of a particle; zero without particles.</summary>
    public int LeastCount => Counts.DefaultIfEmpty().Min();

    /// <summary>Largest number of neighbours of a particle; zero without particles.</summary>
    public int MostCount => Counts.DefaultIfEmpty().Max();

    /// <summary>Number of neighbours of each particle, shape [n].</summary>
    public int[] Counts
    {
        get
        {
            int[] counts = new int[ParticleCount];
            for (int i = 0; i < counts.Length; i++)
            {
                counts[i] = CountOf(i);
            }

            return counts;
        }
    }

    /// <summary>Whether neighbours have weights of their own.</summary>
    public bool HasWeights => weights is not null;

    /// <summary>Where the neighbours of a particle begin among those of all.</summary>
    public int StartOf(int particle) => start[particle];

    /// <summary>Number of neighbours of a particle.</summary>
    public int CountOf(int particle) => start[particle + 1] - start[particle];

    /// <summary>The neighbours of a particle, nearest first.</summary>
    public ReadOnlySpan<int> Of(int particle) => indices.AsSpan(start[particle], CountOf(particle));

    /// <summary>The weights of the neighbours of a particle; empty where all are alike.</summary>
    public ReadOnlySpan<double> WeightsOf(int particle) => weights is null ? [] : weights.AsSpan(start[particle], CountOf(particle));

    /// <summary>The image of a particle inside the box that vectors start from [length].</summary>
    public Vec3 PlaceOf(int particle) => places[particle];

    /// <summary>
    /// The vector from a particle to one of its neighbours [length]. The vector back is exactly opposite.
    /// </summary>
    public Vec3 Vector(int particle, int neighbor)
    {
        int at = start[particle] + neighbor;
        return places[indices[at]] - places[particle] + shifts[shiftNumbers[at]];
    }

    /// <summary>The distance of a particle and one of its neighbours [length].</summary>
    public double Distance(int particle, int neighbor) => Vector(particle, neighbor).Length();

    /// <summary>The vectors from a particle to all of its neighbours [length].</summary>
    public void Vectors(int particle, Span<double> x, Span<double> y, Span<double> z)
    {
        int from = start[particle], count = CountOf(particle);
        Vec3 here = places[particle];
        for (int k = 0; k < count; k++)
        {
            Vec3 r = places[indices[from + k]] - here + shifts[shiftNumbers[from + k]];
            (x[k], y[k], z[k]) = (r.X, r.Y, r.Z);
        }
    }

    NeighborTable INeighborResult.Neighbors => this;

    /// <summary>All pairs of a particle and a neighbour, one after the other.</summary>
    public IEnumerable<NeighborPair> Pairs()
    {
        for (int i = 0; i < ParticleCount; i++)
        {
            for (int k = 0; k < CountOf(i); k++)
            {
                Vec3 vector = Vector(i, k);
                yield return new NeighborPair(Step, i, Of(i)[k], vector.Length(), vector, weights is null ? 1 : weights[start[i] + k]);
            }
        }
    }

    /// <inheritdoc cref="IFrameResult.ToFrame"/>
    public Frame ToFrame() => Frame.WithColumn(new ParticleColumn<long>("neighbors", Array.ConvertAll(Counts, count => (long)count)));

    public override string ToString() => FormattableString.Invariant($"{ParticleCount} particles, {MeanCount:g4} neighbours each ({Rule})");
}
