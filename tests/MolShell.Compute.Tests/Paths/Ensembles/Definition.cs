using FsCheck;
using FsCheck.Fluent;
using MolShell.Compute.Paths;

namespace MolShell.Compute.Tests.Paths.Ensembles;

/// <summary>An ensemble beside what it means, said in the plainest way: a test of a whole path.</summary>
/// <param name="Ensemble">The ensemble.</param>
/// <param name="Contains">Whether a path is a member.</param>
/// <param name="IsPlain">Without intersections and negations, for which questions about longer paths have exact answers.</param>
internal sealed record Definition(PathEnsemble Ensemble, Func<Trajectory, bool> Contains, bool IsPlain)
{
    private static readonly StateVolume[] Volumes = [Model.A, Model.B, Words.C, Words.Wide, Words.Rising, !Model.A, Model.A | Model.B];

    public static Gen<Definition> Random(int depth, bool plain) => depth == 0
        ? Leaf()
        : Gen.Frequency(
            (2, Leaf()),
            (2, Pair(depth, plain).Select(p => Or(p.First, p.Second))),
            (4, Pair(depth, plain).SelectMany(p => Gen.Choose(-2, 2).SelectMany(
                low => Gen.Choose(low, 2).Select(high => Sequence(p.First, p.Second, low, high))))),
            (1, Random(depth - 1, plain).Select(Optional)),
            (1, Random(depth - 1, plain).Select(Reversed)),
            (plain ? 0 : 2, Pair(depth, plain).Select(p => And(p.First, p.Second))),
            (plain ? 0 : 1, Pair(depth, plain).Select(p => Except(p.First, p.Second))),
            (plain ? 0 : 1, Pair(depth, plain).Select(p => Xor(p.First, p.Second))),
            (plain ? 0 : 1, Random(depth - 1, plain).Select(Not)));

    public override string ToString() => Ensemble.Describe();

    private static Gen<(Definition First, Definition Second)> Pair(int depth, bool plain) =>
        Random(depth - 1, plain).SelectMany(a => Random(depth - 1, plain).Select(b => (a, b)));

    private static Gen<Definition> Leaf()
    {
        Gen<(int Least, int? Most)> lengths = Gen.Choose(0, 2).SelectMany(
            low => Gen.Choose(low, 4).Select(high => (low, high == 4 ? (int?)null : high)));
        return Gen.Elements(Volumes).SelectMany(v => lengths.SelectMany(n => Gen.Elements(
            new Definition(PathEnsemble.AllIn(v, n.Least, n.Most), p => Fits(p, n) && Frames(p).All(i => v.Contains(p[i])), true),
            new Definition(PathEnsemble.AllOut(v, n.Least, n.Most), p => Fits(p, n) && !Frames(p).Any(i => v.Contains(p[i])), true),
            new Definition(PathEnsemble.PartIn(v, n.Least), p => Fits(p, (n.Least, null)) && Frames(p).Any(i => v.Contains(p[i])), n.Least <= 1),
            new Definition(PathEnsemble.PartOut(v, n.Least), p => Fits(p, (n.Least, null)) && !Frames(p).All(i => v.Contains(p[i])), n.Least <= 1),
            new Definition(PathEnsemble.OfLength(n.Least, n.Most), p => Fits(p, n), true),
            new Definition(PathEnsemble.SingleFrame(v), p => p.Count == 1 && v.Contains(p[0]), true))));
    }

    private static IEnumerable<int> Frames(Trajectory path) => Enumerable.Range(0, path.Count);

    private static bool Fits(Trajectory path, (int Least, int? Most) lengths) =>
        path.Count >= lengths.Least && path.Count <= (lengths.Most ?? int.MaxValue);

    private static Definition Or(Definition a, Definition b) => new(a.Ensemble | b.Ensemble, p => a.Contains(p) || b.Contains(p), a.IsPlain && b.IsPlain);

    private static Definition And(Definition a, Definition b) => new(a.Ensemble & b.Ensemble, p => a.Contains(p) && b.Contains(p), false);

    private static Definition Except(Definition a, Definition b) => new(a.Ensemble - b.Ensemble, p => a.Contains(p) && !b.Contains(p), false);

    private static Definition Xor(Definition a, Definition b) => new(a.Ensemble ^ b.Ensemble, p => a.Contains(p) != b.Contains(p), false);

    private static Definition Not(Definition a) => new(!a.Ensemble, p => !a.Contains(p), false);

    private static Definition Optional(Definition a) => new(a.Ensemble.Optional(), p => p.Count == 0 || a.Contains(p), a.IsPlain);

    private static Definition Reversed(Definition a) => new(a.Ensemble.Reversed(), p => a.Contains(p.Reversed()), a.IsPlain);

    // Part one is the first frames, part two the last; they overlap, touch or leave a gap.
    private static Definition Sequence(Definition a, Definition b, int low, int high) => new(
        PathEnsemble.Sequence([a.Ensemble, b.Ensemble], low, high),
        p => (from end in Enumerable.Range(0, p.Count + 1)
              from overlap in Enumerable.Range(low, high - low + 1)
              let begin = end - overlap
              where begin >= 0 && begin <= p.Count
              where a.Contains(p.Slice(0, end)) && b.Contains(p.Slice(begin, p.Count - begin))
              select true).Any(),
        a.IsPlain && b.IsPlain && low <= 0 && high <= 0);
}
