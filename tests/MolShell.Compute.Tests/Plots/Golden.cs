using Xunit;

namespace MolShell.Compute.Tests.Plots;

/// <summary>
/// Drawings that were looked at and found good, in tests/Data/plots. With MOLSHELL_UPDATE_GOLDEN=1 they are written anew, to be looked at
/// again.
/// </summary>
internal static class Golden
{
    public static void Check(string file, IEnumerable<string> lines)
    {
        string path = Path.Combine(Folder(), file);
        string text = string.Join('\n', lines) + "\n";
        if (Environment.GetEnvironmentVariable("MOLSHELL_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }

    private static string Folder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "tests", "Data", "plots");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException("tests/Data/plots was not found above " + AppContext.BaseDirectory);
    }
}
