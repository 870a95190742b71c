using System.Globalization;
using MolShell.Compute.Paths.Ensembles.Patterns;

namespace MolShell.Compute.Paths.Ensembles;

/// <summary>An ensemble that is defined by the volumes its frames are in, in their order.</summary>
internal class PatternEnsemble(string name, string definition, PathPattern pattern, FrameStates states) : PathEnsemble(name)
{
    internal sealed override PathPattern Pattern => pattern;

    internal sealed override FrameStates FrameStates => states;

    public sealed override string Describe() => definition;

    public override string? Diagnose(Trajectory path)
    {
        ArgumentNullException.ThrowIfNull(path);
        PathPattern rest = pattern;
        for (int i = 0; i < path.Count; i++)
        {
            PathPoint point = new(path, i);
            states.Check(point);
            if (rest == PathPattern.Empty)
            {
                return string.Create(CultureInfo.InvariantCulture, $"a member ends with its frame {i - 1}, but it has {path.Count}");
            }

            rest = rest.Step(point);
            if (rest.IsNothing)
            {
                string place = states.Count == 0 ? string.Empty : $", which is {states.Locate(point)},";
                return string.Create(CultureInfo.InvariantCulture, $"no member goes on with its frame {i} of {path.Count}{place} at that place");
            }
        }

        return rest.AcceptsEmpty
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"it has {path.Count} frames, and members that begin as it does are longer");
    }

    internal sealed override PathGrowth Grow(PathDirection direction, Trajectory kept, int pending)
    {
        bool backward = direction == PathDirection.Backward;
        PathPattern whole = backward ? pattern.Mirror() : pattern;
        if (pending > 0)
        {
            // The other end is not known. Where all members have one length, what is made anew there is as long as it was.
            LengthRange lengths = pattern.Lengths;
            whole = whole.Endings(always: false);
            whole = lengths.IsExact
                ? PathPattern.All(whole, PathPattern.OfLength(new LengthRange(lengths.Minimum - pending, lengths.Maximum - pending)))
                : whole;
        }

        return new PatternGrowth(Follow(whole, kept, backward), states, backward);
    }

    internal sealed override PathSearch Search(bool backward) =>
        new PatternSearch(backward ? pattern.Mirror() : pattern, states, backward);
}
