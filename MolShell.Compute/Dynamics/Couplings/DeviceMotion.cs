using MolShell.Compute.Devices.Engine;
using MolShell.Compute.Dynamics.Integrators;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Dynamics.Couplings;

/// <summary>The motion of a system in the memory of a device: nothing but sums and factors passes between the two.</summary>
internal sealed class DeviceMotion(ForceField field, DeviceForces forces, DeviceVelocities velocities) : SystemMotion
{
    public override Vec3 TwiceKinetic(SimulationState state) => velocities.Sum(isSquare: true);

    public override Vec3 Momentum(SimulationState state) => velocities.Sum(isSquare: false);

    public override void Scale(SimulationState state, Vec3 factors) => velocities.Change(factors, Vec3.Zero);

    public override void Shift(SimulationState state, Vec3 velocity) => velocities.Change(new Vec3(1, 1, 1), velocity);

    public override void Stretch(SimulationState state, Vec3 factors)
    {
        velocities.Stretch(factors);
        forces.SetBox(state.Box);
        state.PotentialEnergy = forces.TryCompute(wantsEnergy: true) ? field.ReadRemoteEnergy() : throw new SimulationException(
            $"The energy is not finite in the cell {state.Box}.");
    }
}
