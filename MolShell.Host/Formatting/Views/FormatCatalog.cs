using System.Reflection;

namespace MolShell.Host.Formatting.Views;

/// <summary>All views: those of PowerShell's own types first, then MolShell's, read when the first object is shown.</summary>
internal sealed class FormatCatalog
{
    private readonly Lazy<IReadOnlyList<FormatView>> views;

    /// <param name="load">Reads the views.</param>
    public FormatCatalog(Func<IEnumerable<FormatView>> load) => views = new Lazy<IReadOnlyList<FormatView>>(() => [.. load()]);

    /// <summary>The views built into molshell.</summary>
    public static FormatCatalog Default { get; } = new(() => EmbeddedFiles().SelectMany(Read));

    /// <summary>The view for an object: of those that fit, the first for the type nearest to its own.</summary>
    /// <typeparam name="T">The kind of view wanted; <see cref="FormatView"/> for any.</typeparam>
    /// <param name="typeNames">The names of the object's types, the nearest first.</param>
    /// <param name="name">The name of the view, or null for any.</param>
    public T? Find<T>(IReadOnlyList<string> typeNames, string? name = null)
        where T : FormatView
    {
        T? best = null;
        int nearest = int.MaxValue;
        foreach (T view in views.Value.OfType<T>())
        {
            if (name is not null && !view.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            int distance = Distance(view, typeNames);
            if (distance < nearest)
            {
                (best, nearest) = (view, distance);
            }
        }

        return best;
    }

    /// <summary>The view shows objects of one of these types.</summary>
    public static bool Applies(FormatView view, IReadOnlyList<string> typeNames) => Distance(view, typeNames) != int.MaxValue;

    private static int Distance(FormatView view, IReadOnlyList<string> typeNames)
    {
        for (int i = 0; i < typeNames.Count; i++)
        {
            if (view.TypeNames.Contains(typeNames[i], StringComparer.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return int.MaxValue;
    }

    private static IEnumerable<string> EmbeddedFiles() =>
        typeof(FormatCatalog).Assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".ps1xml", StringComparison.Ordinal))
            .OrderBy(n => !n.StartsWith("Core/", StringComparison.Ordinal)).ThenBy(n => n, StringComparer.Ordinal);

    private static IReadOnlyList<FormatView> Read(string resource)
    {
        using Stream content = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        return FormatFileReader.Read(resource, content);
    }
}
