using System.Collections;

namespace System.Management.Automation;

/// <summary>Members of an object.</summary>
/// <typeparam name="T">Kind of member.</typeparam>
public abstract class PSMemberInfoCollection<T> : IEnumerable<T>
    where T : PSMemberInfo
{
    /// <summary>A member by name, without case; null when there is none.</summary>
    /// <param name="name">Name.</param>
    public abstract T? this[string name] { get; }

    /// <summary>Adds a member.</summary>
    /// <param name="member">The member.</param>
    public abstract void Add(T member);

    /// <summary>Adds a member.</summary>
    /// <param name="member">The member.</param>
    /// <param name="preValidated">Whether its name is known to be free.</param>
    public abstract void Add(T member, bool preValidated);

    /// <summary>Takes a member away.</summary>
    /// <param name="name">Name.</param>
    public abstract void Remove(string name);

    /// <summary>Members whose names match.</summary>
    /// <param name="name">Name with wildcards.</param>
    /// <returns>The members.</returns>
    public abstract ReadOnlyPSMemberInfoCollection<T> Match(string name);

    /// <summary>Members whose names and kinds match.</summary>
    /// <param name="name">Name with wildcards.</param>
    /// <param name="memberTypes">Kinds.</param>
    /// <returns>The members.</returns>
    public abstract ReadOnlyPSMemberInfoCollection<T> Match(string name, PSMemberTypes memberTypes);

    /// <inheritdoc/>
    public abstract IEnumerator<T> GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
