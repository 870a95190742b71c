using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces;

/// <summary>Evaluates one term for one run; holds its work space (neighbour list), so it belongs to one thread at a time.</summary>
public interface IForceEvaluator : IDisposable
{
    /// <summary>
    /// Adds this term's forces [energy/length] to <paramref name="forces"/> and its virial sum r_ij (x) f_ij [energy] to
    /// <paramref name="virial"/>, and returns its energy. The result depends on positions and box only, bit by bit, and never on
    /// what was evaluated before. Where the term has no finite value (overlap, broken bond) the energy is not finite and
    /// <see cref="FindFault"/> says why.
    /// </summary>
    double Evaluate(ReadOnlySpan<Vec3> positions, Box box, Span<Vec3> forces, ref Virial virial);

    /// <summary>What makes this term infinite at <paramref name="positions"/>, naming the particles; null where it is finite.</summary>
    string? FindFault(ReadOnlySpan<Vec3> positions, Box box);
}
