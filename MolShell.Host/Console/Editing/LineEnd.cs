namespace MolShell.Host.Console.Editing;

/// <summary>How the editing of a line ended.</summary>
internal enum LineEnd
{
    /// <summary>Enter.</summary>
    Accepted,

    /// <summary>Ctrl-C.</summary>
    Cancelled,

    /// <summary>Ctrl-D on an empty line.</summary>
    EndOfInput,
}
