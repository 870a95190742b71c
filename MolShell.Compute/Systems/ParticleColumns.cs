using System.Collections;
using System.Collections.Immutable;

namespace MolShell.Compute.Systems;

/// <summary>The columns of a frame, in their order and by name. Immutable: <see cref="With"/> makes another.</summary>
public sealed class ParticleColumns : IReadOnlyList<ParticleColumn>
{
    public static readonly ParticleColumns Empty = new([]);

    private readonly ImmutableArray<ParticleColumn> columns;

    private ParticleColumns(ImmutableArray<ParticleColumn> columns) => this.columns = columns;

    public int Count => columns.Length;

    public ParticleColumn this[int index] => columns[index];

    /// <summary>The column of a name, in any case; null where there is none.</summary>
    public ParticleColumn? this[string name] =>
        columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The columns with one more, in place of one of the same name.</summary>
    public ParticleColumns With(ParticleColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new ParticleColumns(this[column.Name] is { } old ? columns.Replace(old, column) : columns.Add(column));
    }

    public IEnumerator<ParticleColumn> GetEnumerator() => ((IEnumerable<ParticleColumn>)columns).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(", ", columns.Select(column => column.Name));
}
