using System.Management.Automation;

namespace MolShell.Tests.Host.Automation;

public sealed class WildcardPatternTests
{
    [Theory]
    [InlineData("a*", "abc", true)]
    [InlineData("a*", "bac", false)]
    [InlineData("*", "", true)]
    [InlineData("?", "", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[a-c]x", "dx", false)]
    [InlineData("[abc]", "b", true)]
    [InlineData("[-a]", "-", true)]
    [InlineData("`*", "*", true)]
    [InlineData("`*", "a", false)]
    [InlineData("a.b", "axb", false)]
    [InlineData("a\nb", "a\nb", true)]
    [InlineData("a*b", "a\n\nb", true)]
    [InlineData("abc", "abc\n", false)]
    [InlineData("[^a]", "^", true)]
    [InlineData("[\\a]", "\\", true)]
    public void Matches_as_PowerShell_does(string pattern, string text, bool expected) =>
        Assert.Equal(expected, new WildcardPattern(pattern).IsMatch(text));

    [Fact]
    public void Case_matters_unless_told()
    {
        Assert.False(new WildcardPattern("A*").IsMatch("abc"));
        Assert.True(new WildcardPattern("A*", WildcardOptions.IgnoreCase).IsMatch("abc"));
    }

    [Theory]
    [InlineData("[a")]
    [InlineData("[]")]
    public void An_open_bracket_is_refused(string pattern) =>
        Assert.Throws<WildcardPatternException>(() => new WildcardPattern(pattern));

    [Fact]
    public void Escaped_text_matches_itself()
    {
        const string text = "a*b?[c]";
        string escaped = WildcardPattern.Escape(text);
        Assert.True(new WildcardPattern(escaped).IsMatch(text));
        Assert.Equal(text, WildcardPattern.Unescape(escaped));
        Assert.False(WildcardPattern.ContainsWildcardCharacters(escaped));
        Assert.True(WildcardPattern.ContainsWildcardCharacters(text));
    }
}
