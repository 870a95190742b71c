namespace MolShell.Compute.Plots;

/// <summary>Size of an SVG picture [CSS pixels, 96 to the inch]; it scales without loss.</summary>
public sealed record SvgOptions
{
    /// <summary>Width; at least 200.</summary>
    public int Width { get; init; } = 720;

    /// <summary>Height; at least 150.</summary>
    public int Height { get; init; } = 480;

    /// <summary>Size of tick labels; titles are a little larger.</summary>
    public int FontSize { get; init; } = 14;
}
