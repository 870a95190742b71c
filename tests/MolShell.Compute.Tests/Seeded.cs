using FsCheck;

namespace MolShell.Compute.Tests;

/// <summary>Property tests that try the same cases in every run.</summary>
internal static class Seeded
{
    public static void Check(this Property property) => property.Check(Config.QuickThrowOnFailure.WithReplay(20_261_121, 3));

    /// <summary>The same with another number of cases than a hundred.</summary>
    public static void Check(this Property property, int cases) =>
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(20_261_121, 3));
}
