using MolShell.Host.Formatting;

namespace MolShell.Host.Help;

/// <summary>Lays the help of a command out as PowerShell does.</summary>
/// <param name="width">Width of the lines [characters].</param>
internal sealed class HelpView(int width)
{
    private const string CommonParameters =
        "This cmdlet supports the common parameters: Verbose, Debug, ErrorAction, ErrorVariable, WarningAction, WarningVariable, "
        + "InformationAction, InformationVariable, ProgressAction, OutBuffer, OutVariable, and PipelineVariable.";

    private readonly List<string> lines = [];

    /// <summary>The help of a command.</summary>
    public static string Command(CommandHelp help, HelpDetail detail, int width)
    {
        HelpView view = new(width);
        view.Write(help, detail);
        return string.Join('\n', view.lines);
    }

    /// <summary>The help of one parameter.</summary>
    public static string Parameter(ParameterHelp parameter, int width)
    {
        HelpView view = new(width);
        view.WriteParameter(parameter, 0, withAttributes: true);
        return string.Join('\n', view.lines);
    }

    private void Write(CommandHelp help, HelpDetail detail)
    {
        Section("NAME", [help.Name]);
        Section("SYNOPSIS", [help.Synopsis]);
        if (detail != HelpDetail.Examples)
        {
            Section("SYNTAX", help.Syntax);
            Section("ALIASES", help.Aliases.Count == 0 ? [] : [string.Join(", ", help.Aliases)]);
            Section("DESCRIPTION", help.Description);
        }

        if (detail is HelpDetail.Detailed or HelpDetail.Full)
        {
            WriteParameters(help, detail == HelpDetail.Full);
        }

        if (detail == HelpDetail.Full)
        {
            WriteTypes("INPUTS", help.Inputs);
            WriteTypes("OUTPUTS", help.Outputs);
            Section("NOTES", help.Notes);
        }

        if (detail != HelpDetail.Brief)
        {
            WriteExamples(help);
        }

        if (detail is HelpDetail.Brief or HelpDetail.Full)
        {
            WriteLinks(help);
        }

        if (detail is HelpDetail.Brief or HelpDetail.Detailed)
        {
            WriteRemarks(help);
        }
    }

    private void WriteParameters(CommandHelp help, bool withAttributes)
    {
        lines.Add("PARAMETERS");
        foreach (ParameterHelp parameter in help.Parameters)
        {
            WriteParameter(parameter, 4, withAttributes);
        }

        Add(4, "<CommonParameters>");
        Add(8, CommonParameters);
        lines.Add("");
    }

    private void WriteParameter(ParameterHelp parameter, int indent, bool withAttributes)
    {
        Add(indent, parameter.Usage);
        foreach (string paragraph in parameter.Description)
        {
            Add(indent + 4, paragraph);
        }

        if (withAttributes)
        {
            const int labelWidth = 29;
            lines.Add("");
            foreach ((string label, string value) in parameter.Attributes)
            {
                Add(indent + 4, label.PadRight(labelWidth) + value);
            }
        }

        lines.Add("");
    }

    private void WriteTypes(string title, IReadOnlyList<TypeHelp> types)
    {
        if (types.Count == 0)
        {
            return;
        }

        lines.Add(title);
        foreach (TypeHelp type in types)
        {
            Add(4, type.Name);
            foreach (string paragraph in type.Description)
            {
                Add(8, paragraph);
            }

            lines.Add("");
        }
    }

    private void WriteExamples(CommandHelp help)
    {
        foreach (ExampleHelp example in help.Examples)
        {
            Add(4, example.Title);
            lines.Add("");
            string[] code = example.Code.ReplaceLineEndings("\n").Split('\n');
            lines.AddRange(code.Select((line, i) => (i == 0 ? "    PS > " : "    ") + line));
            lines.Add("");
            foreach (string paragraph in example.Remarks)
            {
                Add(4, paragraph);
            }

            lines.Add("");
        }
    }

    private void WriteLinks(CommandHelp help)
    {
        if (help.Links.Count == 0)
        {
            return;
        }

        lines.Add("RELATED LINKS");
        lines.AddRange(help.Links.Select(l => "    " + l));
        lines.Add("");
    }

    private void WriteRemarks(CommandHelp help)
    {
        lines.Add("REMARKS");
        if (help.Examples.Count > 0)
        {
            Add(4, $"To see the examples, type: \"Get-Help {help.Name} -Examples\"");
        }

        Add(4, $"For more information, type: \"Get-Help {help.Name} -Detailed\"");
        Add(4, $"For technical information, type: \"Get-Help {help.Name} -Full\"");
        lines.Add("");
    }

    private void Section(string title, IReadOnlyList<string> paragraphs)
    {
        if (paragraphs.All(p => p.Length == 0))
        {
            return;
        }

        lines.Add(title);
        foreach (string paragraph in paragraphs)
        {
            Add(4, paragraph);
            lines.Add("");
        }
    }

    private void Add(int indent, string text)
    {
        string margin = new(' ', indent);
        lines.AddRange(TextLines.Wrap(text, Math.Max(20, width - indent)).Select(l => (margin + l).TrimEnd()));
    }
}
