using System.Text.Json;

namespace MolShell.Tests.Host.Pipeline;

/// <summary>Scripts with what PowerShell 7.6 wrote for them, from a file of tests/Data/host.</summary>
internal static class RecordedScripts
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name.</param>
    /// <returns>Script and lines of result.</returns>
    public static TheoryData<string, string> Read(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(TestData.PathOf(file)));
        TheoryData<string, string> data = [];
        foreach (JsonElement item in document.RootElement.EnumerateArray())
        {
            string[] lines = [.. item.GetProperty("result").EnumerateArray().Select(l => l.GetString()!)];
            data.Add(item.GetProperty("script").GetString()!, string.Join('\n', lines));
        }

        return data;
    }
}
