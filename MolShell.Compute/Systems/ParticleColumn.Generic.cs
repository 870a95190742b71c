namespace MolShell.Compute.Systems;

/// <summary>A column of values of one type: <see cref="double"/>, <see cref="long"/>, <see cref="bool"/> or <see cref="string"/>.</summary>
/// <typeparam name="T">Type of a value.</typeparam>
public sealed record ParticleColumn<T> : ParticleColumn
    where T : notnull
{
    /// <param name="name">Name of the quantity.</param>
    /// <param name="values">The values, shape [n, width]; not copied.</param>
    /// <param name="width">Values of one particle.</param>
    /// <exception cref="ArgumentException">The number of values is no multiple of the width, or the type is none that files have.</exception>
    public ParticleColumn(string name, T[] values, int width = 1)
        : base(name, width, (values ?? throw new ArgumentNullException(nameof(values))).Length)
    {
        if (typeof(T) != typeof(double) && typeof(T) != typeof(long) && typeof(T) != typeof(bool) && typeof(T) != typeof(string))
        {
            throw new ArgumentException($"A column cannot hold values of type {typeof(T).Name}; expected double, long, bool or string.");
        }

        Values = values;
    }

    /// <summary>The values, shape [n, width], those of one particle next to each other.</summary>
    public T[] Values { get; }

    public override string ToString() => Width == 1
        ? FormattableString.Invariant($"{Name}: {ParticleCount} of {typeof(T).Name}")
        : FormattableString.Invariant($"{Name}: {ParticleCount} x {Width} of {typeof(T).Name}");
}
