using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MolShell.Commands;
using MolShell.HelpBuilder;

namespace MolShell.Tests.Conventions;

/// <summary>The module under test, as its code and its files in the repository have it.</summary>
internal static partial class Module
{
    public static readonly Assembly Assembly = typeof(MolShellCommand).Assembly;

    public static readonly string Root = FindRoot();

    public static IReadOnlyList<CmdletEntry> Cmdlets { get; } = CmdletEntry.All(Assembly);

    public static DocComments Comments { get; } = HelpDocument.Comments(Assembly, Cmdlets);

    public static CmdletEntry Cmdlet(string name) => Cmdlets.Single(c => c.Name == name);

    public static TheoryData<string> Names() => [.. Cmdlets.Select(c => c.Name)];

    /// <summary>A list or a text of the manifest, which holds nothing but literals.</summary>
    public static IReadOnlyList<string> Manifest(string key)
    {
        string text = File.ReadAllText(Path.Combine(Root, "MolShell.psd1"));
        Match match = Regex.Match(text, $@"^\s*{key}\s*=\s*(@\((?<list>[^)]*)\)|'(?<one>[^']*)')", RegexOptions.Multiline);
        Assert.True(match.Success, $"The manifest has no {key}.");
        return match.Groups["one"].Success
            ? [match.Groups["one"].Value]
            : [.. Literal().Matches(match.Groups["list"].Value).Select(m => m.Groups[1].Value)];
    }

    public static IEnumerable<XElement> FormatViews() => Directory
        .EnumerateFiles(Path.Combine(Root, "Formats"), "*.ps1xml")
        .SelectMany(f => XDocument.Load(f).Descendants("View"));

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MolShell.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
    }

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Literal();
}
