namespace MolShell.Compute.Plots.Terminal;

/// <summary>Names of the series with a sample of how each is drawn, in rows above the axes.</summary>
internal sealed class TerminalLegend
{
    private const int SampleWidth = 4;
    private const int Gap = 3;
    private readonly List<List<(int Series, string Name)>> rows = [];

    public TerminalLegend(Figure figure, TerminalOptions options)
    {
        int named = figure.Series.Count(s => s.Name is not null);
        if (figure.Legend == LegendPlacement.None || (figure.Legend == LegendPlacement.Automatic && named < 2))
        {
            return;
        }

        int used = options.Width;
        for (int i = 0; i < figure.Series.Length; i++)
        {
            if (figure.Series[i] is HeatMapSeries || figure.Series[i].Name is not { } text)
            {
                continue;
            }

            string name = TerminalText.Fit(TerminalText.Clean(text, options.Ascii), options.Width - SampleWidth - 2, options.Ascii);
            int width = SampleWidth + 1 + name.Length;
            if (used + Gap + width > options.Width)
            {
                if (rows.Count == Math.Max(1, options.Height / 6))
                {
                    // The plot needs the room more than the rest of the names.
                    break;
                }

                rows.Add([]);
                used = -Gap;
            }

            rows[^1].Add((i, name));
            used += Gap + width;
        }
    }

    public int Height => rows.Count;

    public void Draw(TextCanvas canvas, int top, Figure figure, Pen[] pens, TerminalOptions options)
    {
        for (int r = 0; r < rows.Count; r++)
        {
            int width = rows[r].Sum(e => SampleWidth + 1 + e.Name.Length) + (Gap * (rows[r].Count - 1));
            int column = Math.Max(0, (canvas.Width - width) / 2);
            foreach ((int i, string name) in rows[r])
            {
                DrawSample(canvas, column, top + r, figure.Series[i], i, pens[i], options);
                canvas.Write(column + SampleWidth + 1, top + r, name);
                column += SampleWidth + 1 + name.Length + Gap;
            }
        }
    }

    private static void DrawSample(TextCanvas canvas, int column, int row, Series series, int index, Pen pen, TerminalOptions options)
    {
        Glyphs glyphs = Glyphs.For(options.Ascii);
        switch (series)
        {
            case ScatterSeries or LineSeries { Style: LineStyle.Points }:
                canvas.Put(column + (SampleWidth / 2), row, glyphs.Marker(index), pen.Ink);
                break;
            case BarSeries:
                canvas.Write(column, row, new string(TerminalBars.Fill(index, options), SampleWidth), pen.Ink);
                break;
            default:
                DotCanvas dots = new(SampleWidth, 1, options.Ascii);
                dots.Line((0, 0.6), (SampleWidth, 0.6), pen);
                dots.DrawOn(canvas, column, row);
                if (series is LineSeries { Style: LineStyle.LinesAndPoints })
                {
                    canvas.Put(column + (SampleWidth / 2), row, glyphs.Marker(index), pen.Ink);
                }

                break;
        }
    }
}
