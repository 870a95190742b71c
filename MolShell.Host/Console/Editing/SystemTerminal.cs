namespace MolShell.Host.Console.Editing;

/// <summary>The terminal of the process.</summary>
internal sealed class SystemTerminal : ITerminal
{
    public int Width => System.Console.WindowWidth is > 0 and var width ? width : 80;

    public ConsoleKeyInfo ReadKey() => System.Console.ReadKey(intercept: true);

    public void Write(string text) => System.Console.Out.Write(text);

    public IDisposable EnterEditing()
    {
        System.Console.TreatControlCAsInput = true;
        return new Editing();
    }

    private sealed class Editing : IDisposable
    {
        public void Dispose() => System.Console.TreatControlCAsInput = false;
    }
}
