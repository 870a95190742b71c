namespace System.Management.Automation;

/// <summary>How a command was invoked.</summary>
public class InvocationInfo
{
    /// <summary>Describes an invocation.</summary>
    /// <param name="command">The command.</param>
    public InvocationInfo(CommandInfo? command) => MyCommand = command;

    /// <summary>The command.</summary>
    public CommandInfo? MyCommand { get; }

    /// <summary>Parameters given or bound so far, with their values.</summary>
    public Dictionary<string, object?> BoundParameters { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Arguments that no parameter took.</summary>
    public List<object?> UnboundArguments { get; } = [];

    /// <summary>The name that was written.</summary>
    public string InvocationName { get; init; } = string.Empty;

    /// <summary>The line of the script.</summary>
    public string Line { get; init; } = string.Empty;

    /// <summary>Its number, from 1; 0 when not known.</summary>
    public int ScriptLineNumber { get; init; }

    /// <summary>Column of the command, from 1.</summary>
    public int OffsetInLine { get; init; }

    /// <summary>Number of characters of the line that are meant.</summary>
    public int ExtentLength { get; init; }

    /// <summary>The script file.</summary>
    public string? ScriptName { get; init; }

    /// <summary>Folder of the script file.</summary>
    public string PSScriptRoot => string.IsNullOrEmpty(ScriptName) ? string.Empty : IO.Path.GetDirectoryName(ScriptName) ?? string.Empty;

    /// <summary>The script file.</summary>
    public string PSCommandPath => ScriptName ?? string.Empty;

    /// <summary>Number of commands of the pipeline.</summary>
    public int PipelineLength { get; init; }

    /// <summary>Place in the pipeline, from 1.</summary>
    public int PipelinePosition { get; init; }

    /// <summary>Whether objects come down the pipe.</summary>
    public bool ExpectingInput { get; init; }

    /// <summary>Number of the command in the session's history; molshell keeps none.</summary>
    public long HistoryId => -1;

    /// <summary>Where it stands.</summary>
    public CommandOrigin CommandOrigin => CommandOrigin.Internal;

    /// <summary>Where it stands, in words: file, line and a mark under the command.</summary>
    public string PositionMessage
    {
        get
        {
            if (ScriptLineNumber == 0)
            {
                return string.Empty;
            }

            string where = string.IsNullOrEmpty(ScriptName) ? $"At line:{ScriptLineNumber}" : $"At {ScriptName}:{ScriptLineNumber}";
            int mark = Math.Clamp(Line.Length - OffsetInLine + 1, 1, Math.Max(1, ExtentLength));
            return $"{where} char:{OffsetInLine}\n+ {Line}\n+ {new string(' ', Math.Max(0, OffsetInLine - 1))}{new string('~', mark)}";
        }
    }
}
