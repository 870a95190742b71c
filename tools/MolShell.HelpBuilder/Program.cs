using System.Reflection;
using MolShell.Commands;
using MolShell.HelpBuilder;

// MolShell.HelpBuilder [--check] <path of MolShell.dll-Help.xml>: writes the help, or with --check says whether it is up to date.
string[] paths = [.. args.Where(a => a != "--check")];
if (paths.Length != 1)
{
    Console.Error.WriteLine("usage: MolShell.HelpBuilder [--check] <path of MolShell.dll-Help.xml>");
    return 2;
}

Assembly module = typeof(MolShellCommand).Assembly;
string help = HelpDocument.Build(module);
if (!args.Contains("--check"))
{
    File.WriteAllText(paths[0], help);
    return 0;
}

if (File.Exists(paths[0]) && File.ReadAllText(paths[0]).ReplaceLineEndings("\n") == help)
{
    return 0;
}

Console.Error.WriteLine($"{paths[0]} is not what the doc comments say now: run MolShell.HelpBuilder, or build.ps1 -Task Help.");
return 1;
