namespace MolShell.Host.Formatting.Packets;

/// <summary>
/// One piece of formatted output. Format commands write these down the pipe, and what ends the pipe draws them: so a table may be
/// kept in a variable, or made text, before it is shown.
/// </summary>
public abstract record FormatPacket;

/// <summary>A table or list begins.</summary>
internal sealed record FormatStart(FormatShape Shape) : FormatPacket;

internal sealed record FormatEnd : FormatPacket;

/// <summary>A group begins.</summary>
/// <param name="Label">What its objects have in common, or null.</param>
/// <param name="Value">Its value, as a text.</param>
internal sealed record GroupStart(string? Label, string? Value) : FormatPacket;

internal sealed record GroupEnd : FormatPacket;

/// <summary>One row.</summary>
internal sealed record RowPacket(IReadOnlyList<string> Values, bool Wrap) : FormatPacket;

/// <summary>One object as a list of labels and values.</summary>
/// <param name="Fields">The properties.</param>
/// <param name="IsOutOfBand">It stands between the rows of a table or the objects of another list.</param>
internal sealed record ListPacket(IReadOnlyList<ListField> Fields, bool IsOutOfBand) : FormatPacket;

internal sealed record ListField(string Label, string Value);

/// <summary>A text as it is.</summary>
internal sealed record TextPacket(string Text) : FormatPacket;

/// <summary>One object as a text in a series of such.</summary>
internal sealed record EntryTextPacket(string Text) : FormatPacket;
