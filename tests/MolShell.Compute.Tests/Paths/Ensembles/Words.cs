using FsCheck;
using FsCheck.Fluent;
using MolShell.Compute.Paths;

namespace MolShell.Compute.Tests.Paths.Ensembles;

/// <summary>
/// Paths of few kinds of frames, spelled by letters: one digit is the place of a particle, 0 in A, 9 in B, 5 in C, others in none of these
/// states; a minus sign before it turns its velocity, which a volume of velocities sees.
/// </summary>
internal static class Words
{
    public static readonly StateVolume C = StateVolume.Interval(Model.X, 5, 6, "C");
    public static readonly StateVolume Wide = StateVolume.Interval(Model.X, 3, null, "wide");
    public static readonly StateVolume Rising = StateVolume.Interval(Model.V, 0, null, "rising");

    private static readonly (double X, double V)[] Letters = [(0, 1), (2, 1), (5, 1), (9, 1), (0, -1), (2, -1), (7, -1)];

    /// <summary>Every path of so many letters.</summary>
    public static IEnumerable<Trajectory> All(int length)
    {
        int count = (int)Math.Pow(Letters.Length, length);
        for (int code = 0; code < count; code++)
        {
            int rest = code;
            (double X, double V)[] word = new (double X, double V)[length];
            for (int i = 0; i < length; i++)
            {
                (rest, int letter) = Math.DivRem(rest, Letters.Length);
                word[i] = Letters[letter];
            }

            yield return Path(word);
        }
    }

    public static Gen<Trajectory> Random(int longest) => Gen.Choose(0, longest)
        .SelectMany(length => Gen.ArrayOf(Gen.Elements(Letters), length))
        .Select(Path);

    public static Trajectory Path((double X, double V)[] word) => Trajectory.FromFrames(word.Select(w => Model.Frame(w.X, w.V)));

    public static string Text(Trajectory path) =>
        string.Join(' ', path.Select(f => (f.Velocities![0].X < 0 ? "-" : string.Empty) + f.Positions[0].X));
}
