using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Systems;

namespace MolShell.Commands.Systems;

// What the options of pair potentials have in common.
public sealed partial class AddSystemForceCommand
{
    private static readonly string[] CutOptions = [nameof(Cutoff), nameof(Modifier), nameof(Unshifted), nameof(SwitchDistance)];

    private bool IsMixed => MixingRule is not null || Epsilon.Length > 1 || Sigma.Length > 1;

    /// <summary>The parameters that a kind of pair potential takes, besides those that all take.</summary>
    private static string[] Taken(PairPotentialKind kind) => kind switch
    {
        PairPotentialKind.LennardJones =>
            [nameof(Epsilon), nameof(Sigma), nameof(MixingRule), nameof(NoCutoff), nameof(TailCorrection), .. CutOptions],
        PairPotentialKind.Wca => [nameof(Epsilon), nameof(Sigma), nameof(MixingRule)],
        PairPotentialKind.Coulomb => [nameof(Charge), nameof(Dielectric), nameof(NoCutoff), .. CutOptions],
        PairPotentialKind.ReactionField => [nameof(Charge), nameof(Dielectric), nameof(ReactionFieldDielectric), nameof(Cutoff)],
        PairPotentialKind.Buckingham => [nameof(Repulsion), nameof(Decay), nameof(Dispersion), nameof(TailCorrection), .. CutOptions],
        PairPotentialKind.Morse => [nameof(Depth), nameof(Steepness), nameof(Length), .. CutOptions],
        PairPotentialKind.Gaussian => [nameof(Height), nameof(Sigma), .. CutOptions],
        PairPotentialKind.SoftCore =>
            [nameof(Epsilon), nameof(Sigma), nameof(MixingRule), nameof(Lambda), nameof(Softness), .. CutOptions],
        _ => [nameof(TablePath), nameof(Modifier), nameof(Unshifted), nameof(SwitchDistance)],
    };

    private void CheckPairOptions()
    {
        if (OneFourScale is not null && ExcludedBond < 3)
        {
            throw new ArgumentException("-OneFourScale is for pairs that the potential leaves out; it needs -ExcludedBond 3.");
        }

        if (IsMixed && Type is null)
        {
            throw new ArgumentException("To mix types, name them with -Type, in the order of -Epsilon and -Sigma.");
        }

        if (!IsMixed && Type?.Length > 2)
        {
            throw new ArgumentException($"-Type names {Type.Length} types; expected one or two, or more with -MixingRule.");
        }
    }

    private PairForceFactory Factory(MolecularSystem system, PairModifier? modifier = null) => new()
    {
        Topology = system.Topology,
        Modifier = modifier ?? CheckedModifier(),
        SwitchDistance = SwitchDistance?.In(system.Units, Dimension.Length) ?? 0,
        Types = Type,
        MixingRule = IsMixed ? MixingRule ?? default(MixingRule) : null,
        ExcludedBonds = ExcludedBond,
        OneFourScale = OneFourScale,
        HasTail = TailCorrection,
    };

    private PairModifier CheckedModifier()
    {
        if (Unshifted && (Modifier ?? PairModifier.None) != PairModifier.None)
        {
            throw new ArgumentException($"-Unshifted is the same as -Modifier None; -Modifier is {Modifier}.");
        }

        bool isOther = Pair is PairPotentialKind.Wca or PairPotentialKind.ReactionField or PairPotentialKind.Table;
        PairModifier modifier = Modifier
            ?? (SwitchDistance is not null ? PairModifier.Switch
                : Unshifted || TailCorrection || NoCutoff || isOther ? PairModifier.None
                : PairModifier.Shift);
        if (modifier == PairModifier.Switch != SwitchDistance is not null)
        {
            string found = SwitchDistance is null ? "without" : "with";
            throw new ArgumentException($"-Modifier Switch and -SwitchDistance go together; -Modifier is {modifier} {found} one.");
        }

        return TailCorrection && modifier is PairModifier.Shift or PairModifier.ForceShift
            ? throw new ArgumentException($"-TailCorrection is for a potential that is cut or switched; -Modifier is {modifier}.")
            : modifier;
    }

    /// <summary>The cutoff that was given, or 2.5 times a size.</summary>
    private double CutoffOr(double? sigma)
    {
        if (NoCutoff)
        {
            return Cutoff is null ? double.PositiveInfinity : throw new ArgumentException("-Cutoff and -NoCutoff exclude each other.");
        }

        return Cutoff?.In(System.Units, Dimension.Length) ?? 2.5 * sigma ?? throw new ArgumentException($"{Kind} needs -Cutoff.");
    }

    private double LargestSigma() => Sigma.Max(sigma => sigma.In(System.Units, Dimension.Length));

    /// <summary>The potential of each type that is mixed, or the one of all.</summary>
    private T[] OfEachType<T>(Func<double, double, T> make)
    {
        int count = IsMixed ? Type!.Length : 1;
        return
        [
            .. Enumerable.Range(0, count).Select(i => make(
                OfType(Epsilon, nameof(Epsilon), i, count).In(System.Units, Dimension.Energy),
                OfType(Sigma, nameof(Sigma), i, count).In(System.Units, Dimension.Length))),
        ];
    }

    private static Quantity OfType(Quantity[] quantities, string parameter, int type, int count) =>
        quantities.Length == 1 ? quantities[0]
        : quantities.Length == count ? quantities[type]
        : throw new ArgumentException($"-{parameter} has {quantities.Length} numbers; expected one, or {count} for the types of -Type.");

    private MolecularSystem Charged(Quantity[] charges)
    {
        int count = System.ParticleCount;
        if (count % charges.Length != 0)
        {
            throw new ArgumentException($"-Charge has {charges.Length} numbers, of which {count} particles are no multiple.");
        }

        double[] one = Array.ConvertAll(charges, charge => charge.In(System.Units, Dimension.Charge));
        Topology topology = System.Topology with { Charges = [.. Enumerable.Range(0, count).Select(i => one[i % one.Length])] };
        return System with { Start = System.Start with { Topology = topology } };
    }
}
