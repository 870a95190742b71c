using System.Globalization;

namespace System.Management.Automation;

/// <summary>A flag: present or not.</summary>
/// <param name="isPresent">Whether it is set.</param>
public readonly struct SwitchParameter(bool isPresent)
{
    /// <summary>Whether it is set.</summary>
    public bool IsPresent { get; } = isPresent;

    /// <summary>A set flag.</summary>
    public static SwitchParameter Present => new(true);

    public static implicit operator bool(SwitchParameter switchParameter) => switchParameter.IsPresent;

    public static implicit operator SwitchParameter(bool value) => new(value);

    public static bool operator ==(SwitchParameter first, SwitchParameter second) => first.IsPresent == second.IsPresent;

    public static bool operator !=(SwitchParameter first, SwitchParameter second) => first.IsPresent != second.IsPresent;

    public static bool operator ==(SwitchParameter first, bool second) => first.IsPresent == second;

    public static bool operator !=(SwitchParameter first, bool second) => first.IsPresent != second;

    public static bool operator ==(bool first, SwitchParameter second) => first == second.IsPresent;

    public static bool operator !=(bool first, SwitchParameter second) => first != second.IsPresent;

    /// <summary>As a Boolean.</summary>
    /// <returns>Whether it is set.</returns>
    public bool ToBool() => IsPresent;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj switch
    {
        bool b => IsPresent == b,
        SwitchParameter s => IsPresent == s.IsPresent,
        _ => false,
    };

    /// <inheritdoc/>
    public override int GetHashCode() => IsPresent.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => IsPresent.ToString(CultureInfo.InvariantCulture);
}
