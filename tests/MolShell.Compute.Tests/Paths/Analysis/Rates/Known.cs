using System.Text.Json;
using MolShell.Compute.Numerics.Statistics;

namespace MolShell.Compute.Tests.Paths.Analysis.Rates;

/// <summary>A number of a reference with its standard error.</summary>
internal readonly record struct Known(double Value, double Error)
{
    /// <summary>A number and its error by their names in a reference file.</summary>
    public static Known Of(JsonElement element, string value, string error) =>
        new(element.GetProperty(value).GetDouble(), element.GetProperty(error).GetDouble());

    /// <summary>A part of a number of independent events.</summary>
    public static Known Part(double part, double count) => new(part, Math.Sqrt(part * (1 - part) / count));

    /// <summary>Events for each unit of time.</summary>
    public static Known PerTime(double count, double time) => new(count / time, Math.Sqrt(count) / time);

    /// <summary>The mean of independent estimates, with the error that they tell of themselves.</summary>
    public static Known Mean(IEnumerable<Estimate> estimates)
    {
        Estimate[] all = [.. estimates];
        return new(all.Average(e => e.Value), Math.Sqrt(all.Sum(e => e.StandardError * e.StandardError)) / all.Length);
    }
}
