namespace MolShell.Compute.Tests;

/// <summary>The small data of the tests, tests/Data.</summary>
internal static class TestData
{
    /// <summary>The full path of a folder of tests/Data.</summary>
    public static string Folder(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "tests", "Data", name);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException($"tests/Data/{name} was not found above {AppContext.BaseDirectory}");
    }
}
