using MolShell.Compute.Paths.Ensembles.Patterns;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Ensembles;

/// <summary>Grows a path until no longer one can be a member of a pattern.</summary>
internal sealed class PatternGrowth : PathGrowth
{
    private readonly FrameStates states;
    private readonly bool backward;
    private PathPattern pattern;

    /// <param name="pattern">What the frames to come have to be, in the order in which they come.</param>
    /// <param name="states">States that no frame may be in two of.</param>
    /// <param name="backward">Whether frames come with velocities against the path.</param>
    public PatternGrowth(PathPattern pattern, FrameStates states, bool backward)
    {
        this.pattern = pattern;
        this.states = states;
        this.backward = backward;
        Settle();
    }

    public override void Add(Frame frame)
    {
        PathPoint point = PathPoint.Of(frame, backward);
        states.Check(point);
        pattern = pattern.Step(point);
        Settle();
    }

    private void Settle()
    {
        IsOver = !pattern.MayGoOn;
        Succeeded = IsOver && pattern.AcceptsEmpty;
    }
}
