namespace MolShell.Host.Formatting.Packets;

/// <summary>What begins.</summary>
internal abstract record FormatShape;

/// <param name="Columns">The columns.</param>
/// <param name="AutoSize">The widths are found from all the values of a group.</param>
/// <param name="HideHeaders">No headers.</param>
/// <param name="RepeatHeaders">Headers again after each screenful.</param>
internal sealed record TableShape(IReadOnlyList<ColumnShape> Columns, bool AutoSize, bool HideHeaders, bool RepeatHeaders) : FormatShape;

/// <param name="Label">Header.</param>
/// <param name="Width">Width [characters]; 0 when it is found from the values.</param>
/// <param name="Alignment">Alignment of header and values.</param>
/// <param name="IsProperty">The header is the name of a property.</param>
internal sealed record ColumnShape(string Label, int Width, Alignment Alignment, bool IsProperty);

internal sealed record ListShape : FormatShape;

internal sealed record TextShape : FormatShape;
