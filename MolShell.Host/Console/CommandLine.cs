using MolShell.Host.Pipeline;

namespace MolShell.Host.Console;

/// <summary>The arguments molshell was started with, read as those of pwsh are.</summary>
/// <param name="Kind">What is asked for.</param>
/// <param name="Text">The path of the script, or the text to run.</param>
/// <param name="Arguments">Arguments of the script.</param>
/// <param name="IsInteractive">Questions may be asked.</param>
internal sealed record CommandLine(LaunchKind Kind, string Text, IReadOnlyList<CommandArgument> Arguments, bool IsInteractive)
{
    private const string Everything = "-";

    /// <summary>How molshell is started.</summary>
    public const string Usage =
        """
        molshell: runs MolShell's commands in a subset of PowerShell 7.6.

        Usage: molshell [-NoProfile] [-NoLogo] [-NonInteractive] [[-File] <script> [<parameter> ...]]
               molshell [-NoProfile] [-NoLogo] [-NonInteractive] -Command <text>
               molshell -Help | -Version

          script          A script file with its parameters, as in: molshell run.ps1 -Step 1000 -Force
          -File, -f       The same. '-' stands for the standard input.
          -Command, -c    Runs a text. '-' stands for the standard input.
          -NonInteractive Never asks; what must be asked is an error.
          -NoProfile, -NoLogo
                          Accepted for the sake of PowerShell; molshell has neither.
          -Help, -h, -?   Shows this.
          -Version, -v    Shows the version.

        Without arguments it prompts for commands. The whole of a script is read and checked before any of it runs.
        Exit code: 0 done; 1 ended by an error or Ctrl-C; 2 wrong arguments, or a script that is not valid here;
        or the number after exit.

        Help on commands: molshell -c 'Get-Help'    About molshell: molshell -c 'Get-Help about_MolShell_Host'
        """;

    /// <summary>Reads the arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="inputIsTerminal">The standard input is a terminal, so that a prompt makes sense.</param>
    /// <exception cref="UsageException">They are not understood.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments, bool inputIsTerminal)
    {
        bool interactive = inputIsTerminal;
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            if (argument == Everything)
            {
                return StandardInput(arguments, i, interactive);
            }

            if (!argument.StartsWith('-'))
            {
                return File(arguments, i, interactive);
            }

            string option = argument.StartsWith("--", StringComparison.Ordinal) ? argument[2..] : argument[1..];
            if (Is(option, "Command", 1))
            {
                return Command(arguments, i, interactive);
            }

            if (Is(option, "File", 1))
            {
                return i + 1 == arguments.Count
                    ? throw new UsageException($"The option '{argument}' needs the path of a script after it.")
                    : arguments[i + 1] == Everything
                        ? StandardInput(arguments, i + 1, interactive)
                        : File(arguments, i + 1, interactive);
            }

            if (option == "?" || Is(option, "Help", 1))
            {
                return new CommandLine(LaunchKind.Usage, "", [], interactive);
            }

            if (Is(option, "Version", 1))
            {
                return new CommandLine(LaunchKind.Version, "", [], interactive);
            }

            if (Is(option, "NonInteractive", 4))
            {
                interactive = false;
            }
            else if (!Is(option, "NoProfile", 3) && !Is(option, "NoLogo", 3))
            {
                throw new UsageException($"The option '{argument}' is not known.");
            }
        }

        return new CommandLine(inputIsTerminal ? LaunchKind.Prompt : LaunchKind.StandardInput, "", [], interactive);
    }

    private static CommandLine StandardInput(IReadOnlyList<string> arguments, int at, bool interactive) => at + 1 == arguments.Count
        ? new CommandLine(LaunchKind.StandardInput, "", [], interactive)
        : throw new UsageException($"A script from the standard input takes no arguments, such as '{arguments[at + 1]}'.");

    private static CommandLine Command(IReadOnlyList<string> arguments, int at, bool interactive)
    {
        if (at + 1 == arguments.Count)
        {
            throw new UsageException($"The option '{arguments[at]}' needs a text after it.");
        }

        string text = string.Join(' ', arguments.Skip(at + 1));
        return new CommandLine(text == Everything ? LaunchKind.StandardInput : LaunchKind.Command, text, [], interactive);
    }

    private static CommandLine File(IReadOnlyList<string> arguments, int at, bool interactive) =>
        new(LaunchKind.File, arguments[at], ScriptArguments([.. arguments.Skip(at + 1)]), interactive);

    /// <summary>-Name and -Name:value are parameters, numbers and all else are texts; -Switch:$true and $false are flags.</summary>
    private static List<CommandArgument> ScriptArguments(IReadOnlyList<string> texts)
    {
        List<CommandArgument> arguments = [];
        foreach (string text in texts)
        {
            if (text.Length < 2 || text[0] != '-' || !(char.IsLetter(text[1]) || text[1] == '_'))
            {
                arguments.Add(CommandArgument.Positional(text));
                continue;
            }

            int colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                arguments.Add(CommandArgument.Named(text[1..]));
            }
            else if (colon == text.Length - 1)
            {
                arguments.Add(CommandArgument.Named(text[1..colon]));
            }
            else
            {
                arguments.Add(CommandArgument.Named(text[1..colon], Value(text[(colon + 1)..])));
            }
        }

        return arguments;
    }

    private static object Value(string text) => text.ToUpperInvariant() switch
    {
        "$TRUE" => true,
        "$FALSE" => false,
        _ => text,
    };

    private static bool Is(string option, string name, int leastLength) =>
        option.Length >= leastLength && name.StartsWith(option, StringComparison.OrdinalIgnoreCase);
}
