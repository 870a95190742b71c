using MolShell.Host.Formatting.Packets;

namespace MolShell.Host.Formatting.Rendering;

/// <summary>Draws an object as lines of labels and values.</summary>
internal sealed class ListWriter(int screenWidth, TextStyle style, Action<string> writeLine)
{
    private const string Separator = " : ";

    public void Write(IReadOnlyList<ListField> fields)
    {
        if (fields.Count == 0 || screenWidth < Separator.Length + 2)
        {
            return;
        }

        int labelWidth = Math.Min(fields.Max(f => TextLines.Width(f.Label)), screenWidth - Separator.Length - 1);
        foreach (ListField field in fields)
        {
            string label = TextLines.Head(field.Label, labelWidth);
            label += new string(' ', labelWidth - TextLines.Width(label)) + Separator;
            string indent = new(' ', label.Length);
            string before = style.Header + label + style.Reset;
            foreach (string line in TextLines.Split(field.Value))
            {
                foreach (string part in TextLines.Wrap(line, screenWidth - indent.Length))
                {
                    writeLine(before + part);
                    before = indent;
                }
            }
        }
    }
}
