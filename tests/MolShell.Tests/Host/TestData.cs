namespace MolShell.Tests.Host;

/// <summary>Finds the checked-in data of the host's tests.</summary>
internal static class TestData
{
    /// <summary>The folder tests/Data/host of the checkout the tests were built from.</summary>
    public static string Folder { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

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
