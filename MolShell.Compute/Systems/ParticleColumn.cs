namespace MolShell.Compute.Systems;

/// <summary>A named value of each particle: a column of a file, or a result of an analysis. Nobody writes to it after it was made.</summary>
public abstract record ParticleColumn
{
    private protected ParticleColumn(string name, int width, int length)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (length % width != 0)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Column '{name}' has {length} values; expected a multiple of {width}, the values of one particle."));
        }

        (Name, Width, ParticleCount) = (name, width, length / width);
    }

    /// <summary>Name of the quantity.</summary>
    public string Name { get; }

    /// <summary>Values of one particle: 1 for a number, 3 for a vector.</summary>
    public int Width { get; }

    /// <summary>Number of particles n.</summary>
    public int ParticleCount { get; }
}
