using MolShell.Host.Formatting.Packets;
using MolShell.Host.Formatting.Views;

namespace MolShell.Host.Formatting.Generators;

/// <summary>Objects shown as one text each, such as dates.</summary>
internal sealed class TextGenerator(TextView view, FormatOptions options, ValueText text) : ViewGenerator(view, options.GroupBy, text)
{
    public override FormatShape Shape { get; } = new TextShape();

    public override FormatPacket Entry(object value) =>
        new EntryTextPacket(PropertyReader.TryGet(value, view.Property, out object? result) ? ValueText.Of(result, null, inTable: false) : "");
}
