using System.Text.Json;
using Xunit;

namespace MolShell.Compute.Tests;

/// <summary>
/// Finds the reference data of other codes, which stand beside the checkout in <c>shared/reference</c>; the environment variable
/// MOLSHELL_REFERENCE names another place. A test that needs a file which is absent is skipped with a message.
/// </summary>
public static class ReferenceData
{
    /// <summary>The full path of a reference file, such as "md/energy/dw_dimer216_n3_rho096.json".</summary>
    public static string PathTo(string relative)
    {
        string? root = Root();
        string path = root is null ? string.Empty : Path.Combine(root, relative);
        Assert.SkipUnless(
            File.Exists(path),
            $"Reference file '{relative}' was not found; set MOLSHELL_REFERENCE to the folder that holds it.");
        return path;
    }

    public static JsonElement Json(string relative)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(PathTo(relative)));
        return document.RootElement.Clone();
    }

    public static string[] Lines(string relative) => File.ReadAllLines(PathTo(relative));

    private static string? Root()
    {
        if (Environment.GetEnvironmentVariable("MOLSHELL_REFERENCE") is { Length: > 0 } named)
        {
            return named;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", "reference");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
