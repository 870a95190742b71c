namespace MolShell.Host.Formatting;

/// <summary>What a format command was asked for.</summary>
internal sealed record FormatOptions
{
    public FormatKind Kind { get; init; }

    public IReadOnlyList<ShownProperty> Properties { get; init; } = [];

    public ShownProperty? GroupBy { get; init; }

    public string? ViewName { get; init; }

    public bool? AutoSize { get; init; }

    public bool? Wrap { get; init; }

    public bool? HideHeaders { get; init; }

    public bool RepeatHeaders { get; init; }

    /// <summary>Also what would else be shown as its text.</summary>
    public bool Force { get; init; }
}
