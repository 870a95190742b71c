using MolShell.Compute.Forces.Pair;
using Xunit;

namespace MolShell.Compute.Tests.Forces.Pair;

/// <summary>All pair potentials: a new one is named here, and every generic test runs over it.</summary>
internal static class PairPotentialCases
{
    private const double Third = 1.0 / 3;

    private static readonly MixingRule[] AllRules = Enum.GetValues<MixingRule>();
    private static readonly MixingRule[] LengthRules = [MixingRule.LorentzBerthelot, MixingRule.Geometric];

    private static readonly LennardJones Cut = new(1 + Third, 0.9, 2.2, shifted: false);
    private static readonly Coulomb Charges = new(138.9, 2.1, 1 + Third);
    private static readonly Buckingham Exponential = new(100000, 0.11, 2 + Third, 2.3);
    private static readonly Morse Well = new(1 + Third, 5.5, 1.1, 2.3);
    private static readonly GaussianOverlap Cloud = new(2 + Third, 0.7, 2.4);
    private static readonly SoftCore Core = new(1 + Third, 0.95, 0.4, 2.3);
    private static readonly Tabulated Table = new(LennardJonesTable(withForces: true));

    private static readonly Dictionary<string, PairPotentialCase> All = new PairPotentialCase[]
    {
        new PairPotentialCaseOf<LennardJones>(Cut) { Rules = AllRules, Numbers = [1 + Third, 0.9, 2.2] },
        new PairPotentialCaseOf<LennardJones>(new(1 + Third, 0.9, 2.2))
            { EndsInEnergy = true, Rules = AllRules, Numbers = [1 + Third, 0.9, 2.2] },
        new PairPotentialCaseOf<ForceShifted<LennardJones>>(new(Cut))
            { EndsInEnergy = true, EndsInForce = true, Rules = AllRules, Numbers = [1 + Third, 0.9, 2.2] },
        new PairPotentialCaseOf<Switched<LennardJones>>(new(Cut, 1.7))
            { EndsInEnergy = true, EndsInForce = true, Rules = AllRules, Numbers = [1 + Third, 0.9, 2.2, 1.7] },
        new PairPotentialCaseOf<Wca>(new(1 + Third, 1.05))
            { EndsInEnergy = true, EndsInForce = true, Rules = AllRules, Numbers = [1 + Third, 1.05] },
        new PairPotentialCaseOf<Coulomb>(Charges) { Rules = AllRules, Numbers = [138.9, 2.1, 1 + Third] },
        new PairPotentialCaseOf<Shifted<Coulomb>>(new(Charges))
            { EndsInEnergy = true, Rules = AllRules, Numbers = [138.9, 2.1, 1 + Third] },
        new PairPotentialCaseOf<ForceShifted<Coulomb>>(new(Charges))
            { EndsInEnergy = true, EndsInForce = true, Rules = AllRules, Numbers = [138.9, 2.1, 1 + Third] },
        new PairPotentialCaseOf<Switched<Coulomb>>(new(Charges, 0))
            { EndsInEnergy = true, EndsInForce = true, Rules = AllRules, Numbers = [138.9, 2.1, 1 + Third, 0] },
        new PairPotentialCaseOf<ReactionField>(new(138.9, 2.1, 78.5, 1 + Third))
            { EndsInEnergy = true, Rules = AllRules, Numbers = [138.9, 2.1, 78.5, 1 + Third] },
        new PairPotentialCaseOf<ReactionField>(new(138.9, 2.1))
            { EndsInEnergy = true, EndsInForce = true, Rules = AllRules, Numbers = [138.9, 2.1, 1] },
        new PairPotentialCaseOf<Buckingham>(Exponential) { Rules = LengthRules, Numbers = [100000, 0.11, 2 + Third, 2.3] },
        new PairPotentialCaseOf<Switched<Buckingham>>(new(Exponential, 1.5))
            { EndsInEnergy = true, EndsInForce = true, Rules = LengthRules, Numbers = [100000, 0.11, 2 + Third, 2.3, 1.5] },
        new PairPotentialCaseOf<Morse>(Well) { Numbers = [1 + Third, 5.5, 1.1, 2.3] },
        new PairPotentialCaseOf<Shifted<Morse>>(new(Well)) { EndsInEnergy = true, Numbers = [1 + Third, 5.5, 1.1, 2.3] },
        new PairPotentialCaseOf<Switched<Shifted<Morse>>>(new(new(Well), 1.4))
            { EndsInEnergy = true, EndsInForce = true, Numbers = [1 + Third, 5.5, 1.1, 2.3, 1.4] },
        new PairPotentialCaseOf<GaussianOverlap>(Cloud) { Nearest = 0.1, Numbers = [2 + Third, 0.7, 2.4] },
        new PairPotentialCaseOf<Shifted<GaussianOverlap>>(new(new(-0.8, 0.7, 2.4)))
            { Nearest = 0.1, EndsInEnergy = true, Numbers = [-0.8, 0.7, 2.4] },
        new PairPotentialCaseOf<SoftCore>(Core) { Nearest = 0.1, Rules = AllRules, Numbers = [1 + Third, 0.95, 0.4, 2.3, 0.5, 1] },
        new PairPotentialCaseOf<ForceShifted<SoftCore>>(new(Core))
            { Nearest = 0.1, EndsInEnergy = true, EndsInForce = true, Rules = AllRules, Numbers = [1 + Third, 0.95, 0.4, 2.3, 0.5, 1] },
        new PairPotentialCaseOf<Tabulated>(Table) { Numbers = [181, 0.7, 2.5] },
        new PairPotentialCaseOf<Tabulated>(new(LennardJonesTable(withForces: false))) { Numbers = [181, 0.7, 2.5] },
        new PairPotentialCaseOf<ForceShifted<Tabulated>>(new(Table)) { EndsInEnergy = true, EndsInForce = true, Numbers = [181, 0.7, 2.5] },
        new PairPotentialCaseOf<GaussianWell>(new(0.8, 0.7, 3)) { Nearest = 0.1, Numbers = [0.8, 0.7, 3] },
    }.ToDictionary(entry => entry.Describe());

    public static IEnumerable<PairPotentialCase> Values => All.Values;

    public static TheoryData<string> Names => [.. All.Keys];

    public static PairPotentialCase Find(string name) => All[name];

    private static EnergyTable LennardJonesTable(bool withForces)
    {
        LennardJones potential = new(1, 0.9, 3, shifted: false);
        double[] distances = [.. Enumerable.Range(0, 181).Select(i => 0.7 + (0.01 * i))];
        double[] energies = Array.ConvertAll(distances, r => potential.Evaluate(r * r, out _));
        double[] forces = Array.ConvertAll(distances, Force);
        return new EnergyTable(distances, energies, withForces ? forces : null);

        double Force(double r)
        {
            potential.Evaluate(r * r, out double forceOverR);
            return forceOverR * r;
        }
    }
}
