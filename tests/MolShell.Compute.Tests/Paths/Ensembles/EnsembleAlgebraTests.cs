using FsCheck;
using FsCheck.Fluent;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Ensembles;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Ensembles;

/// <summary>Ensembles against the plain meaning of their words, over random ensembles and all short or random paths.</summary>
public sealed class EnsembleAlgebraTests
{
    private static Arbitrary<(Definition Definition, Trajectory Path)> Cases(bool plain, int longest) => Arb.From(
        Definition.Random(3, plain).SelectMany(d => Words.Random(longest).Select(p => (d, p))));

    [Fact]
    public void MembershipIsTheDefinition()
    {
        int members = 0;
        int others = 0;
        Prop.ForAll(Cases(plain: false, 6), c =>
        {
            bool expected = c.Definition.Contains(c.Path);
            members += expected ? 1 : 0;
            others += expected ? 0 : 1;
            Assert.True(expected == c.Definition.Ensemble.Contains(c.Path), Tell(c));
        }).Check(3000);
        Assert.InRange(members, 500, 2500);
        Assert.InRange(others, 500, 2500);
    }

    [Fact]
    public void SplitGivesTheMembersThatNoLongerOneHolds()
    {
        int found = 0;
        Prop.ForAll(Cases(plain: false, 7), c =>
        {
            List<(int First, int End)> members = [];
            for (int end = 1; end <= c.Path.Count; end++)
            {
                for (int first = 0; first < end; first++)
                {
                    if (c.Definition.Contains(c.Path.Slice(first, end - first)))
                    {
                        members.Add((first, end));
                    }
                }
            }

            string[] expected =
            [
                .. from m in members
                   where !members.Any(o => o != m && o.First <= m.First && o.End >= m.End)
                   orderby m.End
                   select Words.Text(c.Path.Slice(m.First, m.End - m.First)),
            ];
            found += expected.Length;
            Assert.True(expected.SequenceEqual(c.Definition.Ensemble.Split(c.Path).Select(Words.Text)), Tell(c));
        }).Check(1000);
        Assert.True(found > 500, $"only {found} members were found: the test says too little");
    }

    // Whatever can still become a member must be let grow; for plain ensembles, nothing else is.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void PathsCanGrowWhereALongerOneIsAMember(bool plain)
    {
        Trajectory[] more = [.. Enumerable.Range(1, 2).SelectMany(Words.All)];
        int[] answers = new int[2];
        Prop.ForAll(Cases(plain, 3), c =>
        {
            bool appended = more.Any(m => c.Definition.Contains(Trajectory.Concat(c.Path, m)));
            bool prepended = more.Any(m => c.Definition.Contains(Trajectory.Concat(m, c.Path)));
            PathEnsemble ensemble = c.Definition.Ensemble;
            Assert.True(!appended || ensemble.CanAppendStrictly(c.Path), "append: " + Tell(c));
            Assert.True(!prepended || ensemble.CanPrependStrictly(c.Path), "prepend: " + Tell(c));
            Assert.True(!appended || ensemble.CanAppend(c.Path), "append to a middle: " + Tell(c));
            Assert.True(!prepended || ensemble.CanPrepend(c.Path), "prepend to a middle: " + Tell(c));
            answers[appended ? 1 : 0]++;
            if (c.Definition.IsPlain && !appended && ensemble.CanAppendStrictly(c.Path))
            {
                Assert.True(Longer(c.Path, m => Trajectory.Concat(c.Path, m)), "append without need: " + Tell(c));
            }

            if (c.Definition.IsPlain && !prepended && ensemble.CanPrependStrictly(c.Path))
            {
                Assert.True(Longer(c.Path, m => Trajectory.Concat(m, c.Path)), "prepend without need: " + Tell(c));
            }

            // Members that need more frames than two.
            bool Longer(Trajectory path, Func<Trajectory, Trajectory> grow) =>
                Enumerable.Range(3, 2).Any(n => Words.All(n).Any(m => c.Definition.Contains(grow(m))));
        }).Check(plain ? 150 : 300);
        Assert.All(answers, n => Assert.True(n > 15, $"only {n} of the answers are of one kind"));
    }

    [Fact]
    public void APathInTheMiddleOfAMemberCanGrowAtBothEnds()
    {
        Trajectory[] more = [.. Enumerable.Range(1, 2).SelectMany(Words.All)];
        Prop.ForAll(Cases(plain: false, 2), c =>
        {
            Trajectory? before = more.FirstOrDefault(b => more.Take(7).Any(a => c.Definition.Contains(Trajectory.Concat(b, c.Path, a))));
            if (before is not null)
            {
                Assert.True(c.Definition.Ensemble.CanAppend(c.Path) && c.Definition.Ensemble.CanPrepend(c.Path), Tell(c));
                Assert.True(c.Definition.Ensemble.AfterPrefix(before).CanAppendStrictly(c.Path), Tell(c));
            }
        }).Check(100);
    }

    [Fact]
    public void PrefixesAndSuffixesAreCutOff() => Prop.ForAll(Cases(plain: false, 5), c =>
    {
        for (int cut = 0; cut <= c.Path.Count; cut++)
        {
            Trajectory head = c.Path.Slice(0, cut);
            Trajectory tail = c.Path.Slice(cut, c.Path.Count - cut);
            Assert.True(c.Definition.Contains(c.Path) == c.Definition.Ensemble.AfterPrefix(head).Contains(tail), Tell(c));
            Assert.True(c.Definition.Contains(c.Path) == c.Definition.Ensemble.BeforeSuffix(tail).Contains(head), Tell(c));
        }
    }).Check(500);

    // Growth from any part that is kept, either way, ends with the right answer, and the tracker knows all the while.
    [Fact]
    public void GrowthAndTrackerAgreeWithMembership() => Prop.ForAll(Cases(plain: false, 7), c =>
    {
        for (int point = 0; point <= c.Path.Count; point++)
        {
            Trajectory head = c.Path.Slice(0, point);
            PathGrowth forward = c.Definition.Ensemble.Grow(PathDirection.Forward, head, 0);
            int end = point;
            for (; !forward.IsOver && end < c.Path.Count; end++)
            {
                forward.Add(c.Path[end]);
            }

            Assert.True(!forward.IsOver || forward.Succeeded == c.Definition.Contains(c.Path.Slice(0, end)), "forward: " + Tell(c));

            PathGrowth backward = c.Definition.Ensemble.Grow(PathDirection.Backward, c.Path.Slice(point, c.Path.Count - point), 0);
            int begin = point;
            for (; !backward.IsOver && begin > 0; begin--)
            {
                backward.Add(c.Path[begin - 1].Reversed());
            }

            Assert.True(
                !backward.IsOver || backward.Succeeded == c.Definition.Contains(c.Path.Slice(begin, c.Path.Count - begin)), "backward: " + Tell(c));
        }

        PathTracker tracker = c.Definition.Ensemble.Track();
        PathTracker back = c.Definition.Ensemble.Track(backward: true);
        for (int i = 0; i < c.Path.Count; i++)
        {
            tracker.Add(c.Path[i]);
            back.Add(c.Path[i]);
            Assert.True(tracker.IsMember == c.Definition.Contains(c.Path.Slice(0, i + 1)), Tell(c));
            Assert.True(back.IsMember == c.Definition.Contains(c.Path.Slice(0, i + 1).Reversed()), Tell(c));
        }
    }).Check(500);

    [Fact]
    public void ASearchBackwardFindsTheReverse() => Prop.ForAll(Cases(plain: false, 6), c =>
    {
        PathSearch search = c.Definition.Ensemble.Search(backward: true);
        for (int end = 1; end <= c.Path.Count; end++)
        {
            int expected = Enumerable.Range(0, end).FirstOrDefault(
                first => c.Definition.Contains(c.Path.Slice(first, end - first).Reversed()), -1);
            Assert.True(expected == (search.Add(c.Path[end - 1]) ?? -1), Tell(c));
            Assert.True(expected < 0 || search.FirstNeeded >= 0, Tell(c));
        }
    }).Check(500);

    private static string Tell((Definition Definition, Trajectory Path) c) =>
        $"{c.Definition.Ensemble.Describe()} of the path {Words.Text(c.Path)}";
}
