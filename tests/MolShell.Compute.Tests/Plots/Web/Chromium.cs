using System.Diagnostics;
using Xunit;

namespace MolShell.Compute.Tests.Plots.Web;

/// <summary>
/// A headless Chromium that opens a page from the disk; a test that needs it is skipped where none is installed (MOLSHELL_CHROMIUM names
/// one elsewhere).
/// </summary>
internal static class Chromium
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>What became of the page: its document after its scripts ran, and what it wrote to the console.</summary>
    public static async Task<(string Dom, string Console)> OpenAsync(Action<TextWriter> write)
    {
        using Folder folder = new();
        string log = await RunAsync(folder, write, "--dump-dom");
        return (folder.Output, string.Join('\n', log.Split('\n').Where(l => l.Contains("CONSOLE", StringComparison.Ordinal))));
    }

    /// <summary>A picture of the page, 800 pixels wide.</summary>
    public static async Task<PngImage> PictureAsync(Action<TextWriter> write)
    {
        using Folder folder = new();
        string file = Path.Combine(folder.Path, "page.png");
        await RunAsync(folder, write, "--screenshot=" + file);
        return PngImage.Read(file);
    }

    private static async Task<string> RunAsync(Folder folder, Action<TextWriter> write, string task)
    {
        string program = Program();
        Assert.SkipWhen(program.Length == 0, "No Chromium was found; set MOLSHELL_CHROMIUM to its path.");
        string page = Path.Combine(folder.Path, "page.html");
        using (StreamWriter writer = new(page))
        {
            write(writer);
        }

        ProcessStartInfo start = new(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage", "--enable-logging=stderr",
            "--hide-scrollbars", "--window-size=800,800", "--virtual-time-budget=1000", "--user-data-dir=" + Path.Combine(folder.Path, "profile"),
            task, new Uri(page).AbsoluteUri,
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using Process process = Process.Start(start)!;
        try
        {
            using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            limit.CancelAfter(Patience);
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            folder.Output = await output;
            return await errors;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static string Program()
    {
        if (Environment.GetEnvironmentVariable("MOLSHELL_CHROMIUM") is { Length: > 0 } named)
        {
            return named;
        }

        string[] names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists, "");
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("molshell-page-").FullName;

        public string Output { get; set; } = "";

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
