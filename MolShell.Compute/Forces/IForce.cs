using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces;

/// <summary>One term of a system's potential energy: an immutable description that makes evaluators.</summary>
public interface IForce
{
    /// <summary>Name of the term in energy reports, such as "WCA" or "DoubleWellBond".</summary>
    string Name { get; }

    /// <summary>
    /// A culture-invariant text of the type and every parameter, such as "Wca(epsilon=1, sigma=1)" with round-trip numbers: two
    /// forces with equal texts act alike. It goes into <see cref="MolecularSystem.Fingerprint"/>, so keep it stable.
    /// </summary>
    string Describe();

    /// <summary>Whether the virial is the derivative of the energy by strain; corrections of what a cutoff leaves out need not be.</summary>
    bool IsVirialDerivative => true;

    /// <summary>Whether the forces add up to zero, as between particles they do; a force that holds particles to a place does not.</summary>
    bool KeepsMomentum => true;

    /// <summary>
    /// Makes the evaluator of this term for one run of <paramref name="system"/>. Checks parameters against the system
    /// (indices, cutoff, types) and throws <see cref="ArgumentException"/> naming what is wrong.
    /// </summary>
    IForceEvaluator CreateEvaluator(MolecularSystem system);
}
