using System.Collections.Immutable;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.External;

/// <summary>
/// Springs that hold particles at places: U = sum of k_i |r_i - c_i|^2 / 2, to the nearest image of the place. The places do not move
/// when the box changes.
/// </summary>
public sealed class PositionRestraintForce(IEnumerable<PositionRestraint> restraints) : IForce, IDeviceForce
{
    public string Name { get; init; } = "PositionRestraint";

    public ImmutableArray<PositionRestraint> Restraints { get; } = [.. restraints];

    public bool KeepsMomentum => false;

    public string Describe()
    {
        IEnumerable<string> all = Restraints.Select(restraint => FormattableString.Invariant(
            $"{restraint.Particle}:{restraint.ForceConstant} at {restraint.Reference.X},{restraint.Reference.Y},{restraint.Reference.Z}"));
        return $"PositionRestraint({string.Join("; ", all)})";
    }

    /// <exception cref="ArgumentException">A particle does not exist or is named twice, or a number is out of range.</exception>
    public IForceEvaluator CreateEvaluator(MolecularSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        ExternalChecks.RequireDistinct(Name, [.. Restraints.Select(restraint => restraint.Particle)], system.Topology);
        foreach (PositionRestraint restraint in Restraints)
        {
            string force = $"{Name} of particle {restraint.Particle}";
            Parameter.NotNegative(restraint.ForceConstant, "force constant", force);
            for (int axis = 0; axis < 3; axis++)
            {
                Parameter.Finite(restraint.Reference[axis], "reference", force);
            }
        }

        return new PositionRestraintEvaluator(this);
    }

    DeviceTerm IDeviceForce.DescribeFor(MolecularSystem system) => new RestraintTerm(
        [.. Restraints.Select(restraint => restraint.Particle)],
        [.. Restraints.SelectMany(r => new[] { r.Reference.X, r.Reference.Y, r.Reference.Z, r.ForceConstant })])
    {
        Name = Name,
    };

    public override string ToString() => $"{Name}: {Restraints.Length} particles";
}
