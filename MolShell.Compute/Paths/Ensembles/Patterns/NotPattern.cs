namespace MolShell.Compute.Paths.Ensembles.Patterns;

/// <summary>Paths that are not members of a pattern.</summary>
internal sealed record NotPattern : PathPattern
{
    private readonly PathPattern inner;

    private NotPattern(PathPattern inner) => this.inner = inner;

    public override bool AcceptsEmpty => !inner.AcceptsEmpty;

    public override bool MayGoOn => !inner.GoesOnAlways;

    public override bool GoesOnAlways => !inner.MayGoOn;

    public override LengthRange Lengths => new(inner.AcceptsEmpty ? 1 : 0, LengthRange.Unlimited);

    public static PathPattern Create(PathPattern pattern) => pattern switch
    {
        NotPattern not => not.inner,
        { IsNothing: true } => Anything,
        SomePattern some => Run(some.Volume.Not(), LengthRange.Any),
        RunPattern { Range: { Minimum: <= 1, Maximum: LengthRange.Unlimited } } run =>
            run.AcceptsEmpty ? Some(run.Volume.Not()) : Any(Empty, Some(run.Volume.Not())),
        RunPattern run when ReferenceEquals(run.Volume, StateVolume.Everything) => Any(
            OfLength(new LengthRange(0, run.Range.Minimum - 1)),
            run.Range.Maximum == LengthRange.Unlimited
                ? Nothing
                : OfLength(new LengthRange(run.Range.Maximum + 1, LengthRange.Unlimited))),
        _ => Simplest(new NotPattern(pattern)),
    };

    public override PathPattern Step(PathPoint frame)
    {
        PathPattern next = inner.Step(frame);
        return ReferenceEquals(next, inner) ? this : Create(next);
    }

    public override PathPattern Mirror() => Create(inner.Mirror());

    public override PathPattern Map(Func<StateVolume, StateVolume> map) => Create(inner.Map(map));

    public override PathPattern Endings(bool always) => Create(inner.Endings(!always));
}
