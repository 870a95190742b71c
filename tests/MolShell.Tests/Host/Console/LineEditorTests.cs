using MolShell.Host.Console.Completion;
using MolShell.Host.Console.Editing;

namespace MolShell.Tests.Host.Console;

public class LineEditorTests
{
    private readonly FakeTerminal terminal = new(20);
    private readonly LineHistory history = new();

    [Fact]
    public void TypedTextIsTheLine()
    {
        Assert.Equal((LineEnd.Accepted, "Get-Help"), Read(terminal.Type("Get-Help\n")));
        Assert.Equal("> Get-Help", terminal.Rows[0]);
        Assert.Equal((1, 0), terminal.Cursor);
        Assert.Equal(0, terminal.EditingDepth);
    }

    [Fact]
    public void CursorKeysMoveAndInsert()
    {
        terminal.Type("bd").Press(ConsoleKey.LeftArrow).Type("c").Press(ConsoleKey.Home).Type("a").Press(ConsoleKey.End).Type("e\n");
        Assert.Equal("abcde", Read(terminal).Line);
    }

    [Fact]
    public void DeletingKeysDelete()
    {
        terminal.Type("abXcd").Press(ConsoleKey.LeftArrow, ConsoleKey.LeftArrow, ConsoleKey.Backspace)
            .Press(ConsoleKey.Delete).Type("\n");
        Assert.Equal("abd", Read(terminal).Line);
    }

    [Fact]
    public void ControlKeysEditWordsAndEnds()
    {
        terminal.Type("one two three").Control(ConsoleKey.W).Type("four")
            .Control(ConsoleKey.A).Type("zero ").Control(ConsoleKey.E).Type("!\n");
        Assert.Equal("zero one two four!", Read(terminal).Line);
        terminal.Type("keep drop").Control(ConsoleKey.LeftArrow, ConsoleKey.K).Type("\n");
        Assert.Equal("keep ", Read(terminal).Line);
        terminal.Type("drop keep").Control(ConsoleKey.LeftArrow, ConsoleKey.U).Type("\n");
        Assert.Equal("keep", Read(terminal).Line);
    }

    [Fact]
    public void HistoryGoesBackAndForthAndKeepsTheUnfinishedLine()
    {
        Read(terminal.Type("first\n"));
        Read(terminal.Type("second\n"));
        Assert.Equal("first", Read(terminal.Press(ConsoleKey.UpArrow, ConsoleKey.UpArrow, ConsoleKey.UpArrow).Type("\n")).Line);
        terminal.Type("new").Press(ConsoleKey.UpArrow, ConsoleKey.DownArrow, ConsoleKey.DownArrow).Type("!\n");
        Assert.Equal("new!", Read(terminal).Line);
    }

    [Fact]
    public void ControlCCancelsAndIsNotRemembered()
    {
        Assert.Equal(LineEnd.Cancelled, Read(terminal.Type("wrong").Control(ConsoleKey.C)).End);
        Assert.Equal("> wrong^C", terminal.Rows[0]);
        Assert.Equal("", Read(terminal.Press(ConsoleKey.UpArrow).Type("\n")).Line);
    }

    [Fact]
    public void ControlDEndsOnlyAnEmptyLine()
    {
        Assert.Equal(LineEnd.EndOfInput, Read(terminal.Control(ConsoleKey.D)).End);
        Assert.Equal("b", Read(terminal.Type("ab").Press(ConsoleKey.Home).Control(ConsoleKey.D).Type("\n")).Line);
    }

    [Theory]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(19)]
    [InlineData(38)]
    [InlineData(45)]
    public void LongLinesWrapAndStayEditable(int length)
    {
        string text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26))));
        terminal.Type(text).Press(ConsoleKey.Home).Type("X").Press(ConsoleKey.End).Type("\n");
        Assert.Equal("X" + text, Read(terminal).Line);
        Assert.Equal("> X" + text, string.Concat(terminal.Rows));
    }

    [Fact]
    public void TabCompletesTheCommonStartThenLists()
    {
        string[] known = ["New-Alpha", "New-Alps"];
        LineEditor editor = new(
            terminal,
            history,
            (text, position) => new CompletionSet(0, [.. known.Where(t => t.StartsWith(text[..position], StringComparison.Ordinal))]));
        terminal.Type("N").Press(ConsoleKey.Tab, ConsoleKey.Tab).Type("h").Press(ConsoleKey.Tab).Type("\n");
        Assert.Equal(LineEnd.Accepted, editor.Read("> ", out string line));
        Assert.Equal("New-Alpha", line);
        Assert.Equal(["> New-Alp", "New-Alpha", "New-Alps", "> New-Alpha", ""], terminal.Rows);
    }

    [Fact]
    public void ControlCharactersAreNotPutIn() =>
        Assert.Equal("ab", Read(terminal.Type("a\u0007b\n")).Line);

    private (LineEnd End, string Line) Read(FakeTerminal from)
    {
        LineEnd end = new LineEditor(from, history, null).Read("> ", out string line);
        return (end, line);
    }
}
