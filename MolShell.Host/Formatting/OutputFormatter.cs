using System.Management.Automation;
using MolShell.Host.Formatting.Packets;
using MolShell.Host.Formatting.Rendering;
using MolShell.Host.Formatting.Views;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Formatting;

/// <summary>Shows a stream of objects as lines: what stands at the end of every pipeline.</summary>
internal sealed class OutputFormatter
{
    private const int DefaultEnumerationLimit = 4;

    private readonly PacketRenderer renderer;
    private readonly FormatGenerator generator;

    /// <param name="session">The session: its screen and preferences.</param>
    /// <param name="style">How headers are marked.</param>
    /// <param name="writeLine">Takes each line.</param>
    /// <param name="width">Width of the lines [characters]; null for that of the screen but its last column, which PowerShell
    /// leaves free.</param>
    public OutputFormatter(Session session, TextStyle style, Action<string> writeLine, int? width = null)
    {
        renderer = new PacketRenderer(width ?? session.Streams.Width - 1, session.Streams.Height, style, writeLine);
        generator = new FormatGenerator(
            FormatCatalog.Default, new FormatOptions(), EnumerationLimit(session), packet => renderer.Process((FormatPacket)packet));
    }

    /// <summary>How many elements of a collection are shown ($FormatEnumerationLimit).</summary>
    public static int EnumerationLimit(Session session) =>
        session.Variables.TryGetValue("global:FormatEnumerationLimit", out object? limit) && PSObject.Unwrap(limit) is int given
            ? given
            : DefaultEnumerationLimit;

    /// <summary>Shows an object.</summary>
    public void Write(object? value) => generator.Process(value);

    /// <summary>Draws what waits, so that a message can stand after it.</summary>
    public void Flush() => renderer.End();

    /// <summary>Ends tables and lists that are open.</summary>
    public void End()
    {
        generator.End();
        renderer.End();
    }
}
