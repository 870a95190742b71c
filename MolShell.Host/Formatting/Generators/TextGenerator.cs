using MolShell.Host.Formatting.Packets;
using MolShell.Host.Formatting.Views;

namespace MolShell.Host.Formatting.Generators;

/// <summary>Objects shown as one text each, such as dates.</summary>
internal sealed class TextGenerator(TextView view, FormatOptions options, ValueText text) : ViewGenerator(view, options.GroupBy, text)
{
    public override FormatShape Shape { get; } = new TextShape();

    public override FormatPacket Entry(object value)
    {
        bool found = PropertyReader.TryGet(value, view.Property, out object? result);
        return new EntryTextPacket(found ? ValueText.Of(result, null, inTable: false) : "");
    }
}
