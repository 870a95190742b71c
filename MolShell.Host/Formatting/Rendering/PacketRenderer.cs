using System.Diagnostics;
using MolShell.Host.Formatting.Packets;

namespace MolShell.Host.Formatting.Rendering;

/// <summary>
/// Draws packets as lines. The rows of a table whose widths are found from its values wait: all of a group with -AutoSize, else
/// those of the first 300 ms, as in PowerShell.
/// </summary>
internal sealed class PacketRenderer(int screenWidth, int screenHeight, TextStyle style, Action<string> writeLine)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(300);

    private readonly List<FormatPacket> waiting = [];
    private Stopwatch? wait;
    private FormatShape? shape;
    private TableWriter? table;
    private int rows;

    private bool IsWaiting => waiting.Count > 0;

    public void Process(FormatPacket packet)
    {
        if (!IsWaiting)
        {
            bool begins = packet is GroupStart && shape is TableShape { Columns.Count: > 0 } sized
                && (sized.AutoSize || sized.Columns[0].Width == 0);
            if (!begins)
            {
                Draw(packet);
                return;
            }

            wait = Stopwatch.StartNew();
            waiting.Add(packet);
            return;
        }

        waiting.Add(packet);
        bool waitsForAll = shape is TableShape { AutoSize: true };
        if (packet is GroupEnd || (!waitsForAll && wait!.Elapsed > LongestWait))
        {
            Flush();
        }
    }

    /// <summary>Draws what waits, and ends what was not ended.</summary>
    public void End()
    {
        if (IsWaiting)
        {
            Flush();
        }
    }

    private void Flush()
    {
        TableShape sized = (TableShape)shape!;
        int[] widths = [.. sized.Columns.Select(c => TextLines.Width(c.Label))];
        foreach (RowPacket row in waiting.OfType<RowPacket>())
        {
            for (int i = 0; i < widths.Length; i++)
            {
                widths[i] = Math.Max(widths[i], TextLines.Width(row.Values[i]));
            }
        }

        FormatPacket[] ready = [.. waiting];
        waiting.Clear();
        foreach (FormatPacket packet in ready)
        {
            if (packet is GroupStart group)
            {
                StartGroup(group, widths);
            }
            else
            {
                Draw(packet);
            }
        }
    }

    private void Draw(FormatPacket packet)
    {
        switch (packet)
        {
            case FormatStart start:
                shape = start.Shape;
                writeLine("");
                break;
            case FormatEnd:
                if (shape is not ListShape)
                {
                    writeLine("");
                }

                shape = null;
                break;
            case GroupStart group:
                StartGroup(group, shape is TableShape given ? [.. given.Columns.Select(c => c.Width)] : []);
                break;
            case RowPacket row:
                RepeatHeader();
                table?.WriteRow(row.Values, row.Wrap);
                rows++;
                break;
            case ListPacket list:
                WriteList(list);
                break;
            case TextPacket text:
                writeLine(text.Text);
                break;
            case EntryTextPacket entry:
                foreach (string line in TextLines.Wrap(entry.Text, screenWidth))
                {
                    writeLine(line);
                }

                break;
        }
    }

    private void StartGroup(GroupStart group, int[] widths)
    {
        if (group.Label is not null)
        {
            foreach (string line in TextLines.Wrap($"   {group.Label}: {group.Value}", screenWidth))
            {
                writeLine(line);
            }

            writeLine("");
        }

        table = shape is TableShape { Columns.Count: > 0 } columns ? new TableWriter(columns, widths, screenWidth, style, writeLine) : null;
        rows = 0;
        table?.WriteHeader();
    }

    private void RepeatHeader()
    {
        const int roomForPager = 2;
        if (shape is TableShape { RepeatHeaders: true } && rows >= screenHeight - roomForPager)
        {
            writeLine("");
            table?.WriteHeader();
            rows = 0;
        }
    }

    private void WriteList(ListPacket list)
    {
        if (list.IsOutOfBand)
        {
            writeLine("");
        }

        new ListWriter(screenWidth, style, writeLine).Write(list.Fields);
        writeLine("");
    }
}
