namespace MolShell.Compute.Paths.Ensembles.Patterns;

/// <summary>Paths with at least one frame in a volume.</summary>
internal sealed record SomePattern(StateVolume Volume) : PathPattern
{
    public override bool AcceptsEmpty => false;

    public override bool MayGoOn => true;

    public override bool GoesOnAlways => false;

    public override LengthRange Lengths => new(1, LengthRange.Unlimited);

    public override PathPattern Step(PathPoint frame) => frame.IsIn(Volume) ? Anything : this;

    public override PathPattern Mirror() => this;

    public override PathPattern Map(Func<StateVolume, StateVolume> map) => Some(map(Volume));

    public override PathPattern Endings(bool always) => always ? this : Anything;
}
