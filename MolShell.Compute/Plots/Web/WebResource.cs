namespace MolShell.Compute.Plots.Web;

/// <summary>Texts embedded into the assembly for HTML pages.</summary>
internal static class WebResource
{
    /// <summary>plotly.js below its licence; null where the build could not fetch it.</summary>
    public static string? Plotly => Library("plotly");

    /// <summary>3Dmol.js below its licence; null where the build could not fetch it.</summary>
    public static string? ThreeDmol => Library("3dmol");

    /// <summary>A script or style sheet of our own.</summary>
    public static string Read(string name) =>
        TryRead(name) ?? throw new InvalidOperationException($"The assembly lacks its resource '{name}'.");

    private static string? Library(string name) => TryRead(name + ".js") is { } script
        ? $"/*!\n{Read(name + "-license.txt").Replace("*/", "* /", StringComparison.Ordinal)}\n*/\n{script}"
        : null;

    private static string? TryRead(string name)
    {
        using Stream? stream = typeof(WebResource).Assembly.GetManifestResourceStream("Web/" + name);
        if (stream is null)
        {
            return null;
        }

        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
