namespace MolShell.Host.Console.Editing;

/// <summary>A terminal that someone types at.</summary>
internal interface ITerminal
{
    /// <summary>Width [characters].</summary>
    int Width { get; }

    /// <summary>Waits for a key; it is not shown.</summary>
    ConsoleKeyInfo ReadKey();

    /// <summary>Writes text and escape sequences.</summary>
    void Write(string text);

    /// <summary>Makes Ctrl-C a key like any other until the result is disposed.</summary>
    IDisposable EnterEditing();
}
