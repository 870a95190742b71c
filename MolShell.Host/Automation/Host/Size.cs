namespace System.Management.Automation.Host;

/// <summary>Width and height of the screen [characters].</summary>
/// <param name="width">Width.</param>
/// <param name="height">Height.</param>
public struct Size(int width, int height) : IEquatable<Size>
{
    /// <summary>Width.</summary>
    public int Width { get; set; } = width;

    /// <summary>Height.</summary>
    public int Height { get; set; } = height;

    public static bool operator ==(Size first, Size second) => first.Equals(second);

    public static bool operator !=(Size first, Size second) => !first.Equals(second);

    /// <inheritdoc/>
    public readonly bool Equals(Size other) => Width == other.Width && Height == other.Height;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Size other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Width, Height);

    /// <inheritdoc/>
    public override readonly string ToString() => $"{Width},{Height}";
}
