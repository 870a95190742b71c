namespace MolShell.Compute.Paths.Ensembles.Patterns;

/// <summary>Paths of a number of frames within a range, all in one volume.</summary>
internal sealed record RunPattern(StateVolume Volume, LengthRange Range) : PathPattern
{
    public override bool AcceptsEmpty => Range.Minimum == 0;

    public override bool MayGoOn => Range.Maximum > 0 && !ReferenceEquals(Volume, StateVolume.Nothing);

    public override bool GoesOnAlways => IsUnrestricted && Range.Minimum <= 1;

    public override LengthRange Lengths => Range;

    private bool IsUnrestricted => ReferenceEquals(Volume, StateVolume.Everything) && Range.Maximum == LengthRange.Unlimited;

    public override PathPattern Step(PathPoint frame)
    {
        if (!MayGoOn || !frame.IsIn(Volume))
        {
            return Nothing;
        }

        LengthRange next = Range.Next;
        return next == Range ? this : Run(Volume, next);
    }

    public override PathPattern Mirror() => this;

    public override PathPattern Map(Func<StateVolume, StateVolume> map) => Run(map(Volume), Range);

    public override PathPattern Endings(bool always)
    {
        if (always)
        {
            return IsUnrestricted ? this : Nothing;
        }

        return MayGoOn || AcceptsEmpty ? Run(Volume, Range with { Minimum = 0 }) : Nothing;
    }
}
