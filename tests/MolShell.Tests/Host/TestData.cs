using System.Text.Json;

namespace MolShell.Tests.Host;

/// <summary>Finds the checked-in data of the host's tests.</summary>
internal static class TestData
{
    /// <summary>The folder tests/Data/host of the checkout the tests were built from.</summary>
    public static string Folder { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>The cases of a file that a script of PowerShell wrote: what to run, and what must come of it.</summary>
    public static TheoryData<string, string> Cases(string file, string input, string expected)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(PathOf(file)));
        TheoryData<string, string> data = [];
        foreach (JsonElement item in document.RootElement.EnumerateArray())
        {
            data.Add(item.GetProperty(input).GetString()!, item.GetProperty(expected).GetString()!);
        }

        return data;
    }

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "tests", "Data", "host");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException($"tests/Data/host was not found above '{AppContext.BaseDirectory}'.");
    }
}
