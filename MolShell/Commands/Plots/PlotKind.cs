namespace MolShell.Commands.Plots;

/// <summary>How numbers from the pipeline are drawn.</summary>
public enum PlotKind
{
    /// <summary>y over x, joined by lines in the order of the input.</summary>
    Line,

    /// <summary>y over x, as separate points.</summary>
    Scatter,

    /// <summary>y over x, each value holding to the next.</summary>
    Step,

    /// <summary>How often y takes which value.</summary>
    Histogram,
}
