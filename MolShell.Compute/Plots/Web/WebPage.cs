using System.Net;
using System.Text.RegularExpressions;

namespace MolShell.Compute.Plots.Web;

/// <summary>
/// A page in one file. Its content security policy forbids every request, so it works from a disk, in a mail and behind a firewall, and
/// nobody learns that it was opened.
/// </summary>
internal sealed partial class WebPage(TextWriter writer)
{
    private const string Policy =
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
        + "form-action 'none'; base-uri 'none'";

    /// <summary>Begins the page with its head and opens the body.</summary>
    public void Begin(string title)
    {
        string name = Text(title.Length == 0 ? "MolShell" : title);
        writer.Write($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="generator" content="MolShell">
            <title>{name}</title>
            <style>
            {WebResource.Read("page.css")}</style>
            </head>
            <body>

            """.ReplaceLineEndings("\n"));
    }

    /// <summary>Begins the page and writes its title and a line of facts at the top.</summary>
    public void Begin(string title, string facts)
    {
        Begin(title);
        Markup($"<header><h1>{Text(title)}</h1><span class=\"facts\">{Text(facts)}</span></header>");
    }

    /// <summary>Markup, as it is.</summary>
    public void Markup(string markup) => writer.Write(markup.ReplaceLineEndings("\n") + "\n");

    /// <summary>
    /// A script; sequences in it that would end the element early or late are escaped, which means the same in strings and patterns.
    /// </summary>
    public void Script(string script)
    {
        writer.Write("<script>\n");
        writer.Write(Markers().Replace(script, @"<\$1"));
        writer.Write("\n</script>\n");
    }

    public void End() => writer.Write("</body>\n</html>\n");

    /// <summary>Text made safe for markup and for quoted attributes.</summary>
    public static string Text(string content) => WebUtility.HtmlEncode(content);

    [GeneratedRegex("<(/script|!--)", RegexOptions.IgnoreCase)]
    private static partial Regex Markers();
}
