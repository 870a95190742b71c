namespace MolShell.Commands.Systems;

// Which parameters the kinds of bonded potentials and of potentials of place take.
public sealed partial class AddSystemForceCommand
{
    private static string[] Taken(BondPotentialKind kind) => kind switch
    {
        BondPotentialKind.Fene => [nameof(ForceConstant), nameof(MaximumLength), nameof(Particle)],
        BondPotentialKind.KremerGrest => [nameof(ForceConstant), nameof(MaximumLength), nameof(Epsilon), nameof(Sigma), nameof(Particle)],
        BondPotentialKind.DoubleWell => [nameof(BarrierHeight), nameof(Length), nameof(Width), nameof(Particle)],
        BondPotentialKind.Quartic => [nameof(Coefficient), nameof(Length), nameof(Particle)],
        BondPotentialKind.Morse => [nameof(Depth), nameof(Steepness), nameof(Length), nameof(Particle)],
        BondPotentialKind.FlatBottom => [nameof(ForceConstant), nameof(MinimumLength), nameof(MaximumLength), nameof(Particle)],
        _ => [nameof(ForceConstant), nameof(Length), nameof(Particle)],
    };

    private static string[] Taken(AnglePotentialKind kind) => kind switch
    {
        AnglePotentialKind.Cosine => [nameof(ForceConstant), nameof(Particle)],
        AnglePotentialKind.UreyBradley => [nameof(ForceConstant), nameof(Length), nameof(Particle)],
        _ => [nameof(ForceConstant), nameof(RestAngle), nameof(Particle)],
    };

    private static string[] Taken(DihedralPotentialKind kind) => kind switch
    {
        DihedralPotentialKind.Periodic => [nameof(ForceConstant), nameof(Multiplicity), nameof(Phase), nameof(Particle)],
        DihedralPotentialKind.Harmonic => [nameof(ForceConstant), nameof(RestAngle), nameof(Particle)],
        _ => [nameof(Coefficient), nameof(Particle)],
    };

    private static string[] Taken(ExternalPotentialKind kind)
    {
        string[] chosen = [nameof(Particle), nameof(Type)];
        string[] place = [nameof(Coupling), .. chosen];
        string[] wall = [nameof(Normal), nameof(Offset), nameof(Radius), nameof(Center), .. place];
        return kind switch
        {
            ExternalPotentialKind.Harmonic => [nameof(ForceConstant), nameof(Center), .. place],
            ExternalPotentialKind.DoubleWell => [nameof(BarrierHeight), nameof(Width), .. place],
            ExternalPotentialKind.Field => [nameof(Strength), .. place],
            ExternalPotentialKind.HarmonicWall => [nameof(ForceConstant), .. wall],
            ExternalPotentialKind.WcaWall => [nameof(Epsilon), nameof(Sigma), .. wall],
            ExternalPotentialKind.PositionRestraint => [nameof(ForceConstant), .. chosen],
            _ => [nameof(Epsilon), nameof(Sigma), nameof(Cutoff), .. wall],
        };
    }
}
