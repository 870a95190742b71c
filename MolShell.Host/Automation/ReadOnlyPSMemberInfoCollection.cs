using System.Collections;

namespace System.Management.Automation;

/// <summary>Members found by name.</summary>
/// <typeparam name="T">Kind of member.</typeparam>
public class ReadOnlyPSMemberInfoCollection<T> : IEnumerable<T>
    where T : PSMemberInfo
{
    private readonly IReadOnlyList<T> members;

    internal ReadOnlyPSMemberInfoCollection(IReadOnlyList<T> members) => this.members = members;

    /// <summary>Number of members.</summary>
    public int Count => members.Count;

    /// <summary>A member by place.</summary>
    /// <param name="index">Place.</param>
    public T this[int index] => members[index];

    /// <summary>A member by name; null when there is none.</summary>
    /// <param name="name">Name.</param>
    public T? this[string name] => members.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public virtual IEnumerator<T> GetEnumerator() => members.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
