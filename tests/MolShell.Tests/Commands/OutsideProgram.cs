using MolShell.Compute.Engines;

namespace MolShell.Tests.Commands;

/// <summary>What cmdlets need that use a program outside: the program, without which a test is skipped, and input for it.</summary>
internal static class OutsideProgram
{
    private static readonly (string Cmdlet, string Program, string Data)[] Needs =
    [
        ("New-GromacsEngine", "gmx", "gromacs"),
        ("New-LammpsEngine", "lmp", "lammps"),
    ];

    /// <summary>Skips the test where the program of a cmdlet is missing; copies its input into a folder.</summary>
    public static void Provide(string cmdlet, string folder)
    {
        foreach ((_, string program, string data) in Needs.Where(n => n.Cmdlet == cmdlet))
        {
            Assert.SkipWhen(ExternalProgram.TryFind(program) is null, $"{program} is not installed.");
            foreach (string file in Directory.EnumerateFiles(Find(data)))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }
        }
    }

    private static string Find(string data)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "tests", "Data", data);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException($"tests/Data/{data} was not found above {AppContext.BaseDirectory}");
    }
}
