using MolShell.Compute.Forces.Replicas;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>Evaluates bonds, angles, dihedrals or listed pairs of any potential.</summary>
/// <param name="term">Particles and parameters.</param>
/// <param name="particleCount">Number of particles of the system.</param>
internal abstract class BondedEvaluator<TShape>(BondedTerm term, int particleCount) : IForceEvaluator
    where TShape : struct, IBondedShape
{
    private readonly BondedOrder order = new(term, particleCount);
    private BondedLoop? loop;

    public bool Prepare(ForceContext context)
    {
        loop ??= Compiled(context);
        order.Follow(context.Particles);
        return true;
    }

    public void Evaluate(ForceContext context, ForceSum sum, int part, int parts) => loop!.Evaluate(context.Particles, sum, part);

    ReplicaTerm? IForceEvaluator.CreateReplicas(ReplicaForces forces) => forces.RegisterWidth switch
    {
        512 => new BondedReplicas<TShape, Lanes512<double>, Fixed512<long, double>>(term),
        256 => new BondedReplicas<TShape, Lanes256<double>, Fixed256<long, double>>(term),
        128 => new BondedReplicas<TShape, Lanes128<double>, Fixed128<long, double>>(term),
        _ => new BondedReplicas<TShape, Lane<double>, FixedLane<long, double>>(term),
    };

    public abstract string? FindFault(ReadOnlySpan<Vec3> positions, Box box);

    public void Dispose()
    {
    }

    /// <summary>The nearest image of an arm, where nearest images are joined.</summary>
    protected Vec3 Nearest(Vec3 arm, Box box) => term.UsesMinimumImage ? box.MinimumImage(arm) : arm;

    private BondedLoop Compiled(ForceContext context) => context.RegisterWidth switch
    {
        512 => new BondedLanes<TShape, Lanes512<double>>(term, order, context.Team.Size),
        256 => new BondedLanes<TShape, Lanes256<double>>(term, order, context.Team.Size),
        128 => new BondedLanes<TShape, Lanes128<double>>(term, order, context.Team.Size),
        _ => new BondedLanes<TShape, Lane<double>>(term, order, context.Team.Size),
    };
}
