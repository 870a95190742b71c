using System.Text.Json;
using Xunit;

namespace MolShell.Compute.Tests.Plots.Web;

public sealed class PackageLockTests
{
    [Fact]
    public void Libraries_are_locked_by_hash_and_not_to_a_registry()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), "package-lock.json")));
        JsonProperty[] packages = [.. document.RootElement.GetProperty("packages").EnumerateObject().Where(p => p.Name.Length > 0)];
        Assert.Contains(packages, p => p.Name == "node_modules/3dmol");
        Assert.Contains(packages, p => p.Name == "node_modules/plotly.js-cartesian-dist-min");
        Assert.All(packages, p => Assert.StartsWith("sha512-", p.Value.GetProperty("integrity").GetString(), StringComparison.Ordinal));
        Assert.All(packages, p => Assert.False(p.Value.TryGetProperty("resolved", out _), $"{p.Name} names a registry; see web/.npmrc."));
    }

    private static string Folder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "web", "package-lock.json")))
            {
                return Path.Combine(folder.FullName, "web");
            }
        }

        throw new DirectoryNotFoundException("web/package-lock.json was not found above " + AppContext.BaseDirectory);
    }
}
