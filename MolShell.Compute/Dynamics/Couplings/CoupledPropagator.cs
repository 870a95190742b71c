using MolShell.Compute.Dynamics.Integrators;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Couplings;

/// <summary>
/// Steps of another propagator with what acts on the system as a whole around each of them: half of a symmetric heat bath; the step; the
/// rest of the heat bath; the removal of the motion of the centre of mass; the pressure bath, and forces anew where it moved particles.
/// </summary>
internal sealed class CoupledPropagator : Propagator
{
    private readonly Propagator particles;
    private readonly IntegratorSettings settings;
    private readonly ForceField field;
    private readonly IThermostat? thermostat;
    private readonly CellRescaling? barostat;
    private readonly HostMotion start;
    private readonly SystemMotion motion;
    private readonly double totalMass;
    private readonly double energyUnit;
    private RandomKey heat;
    private RandomKey pressure;
    private double work;

    /// <param name="particles">Makes the steps.</param>
    /// <param name="field">The system's forces; particles still in their slots of the beginning.</param>
    /// <param name="settings">The integrator.</param>
    public CoupledPropagator(Propagator particles, ForceField field, IntegratorSettings settings)
    {
        this.particles = particles;
        this.field = field;
        this.settings = settings;
        MolecularSystem system = field.System;
        energyUnit = 1 / system.Units.AccelerationFactor;
        start = new HostMotion(particles, field);
        motion = particles.MotionIn(field);
        totalMass = system.Topology.Masses.Sum();
        int degrees = settings.DegreesOfFreedom(system.Topology);
        double thermal = system.Units.Boltzmann * settings.Temperature;
        thermostat = settings.Kind switch
        {
            IntegratorKind.NoseHoover => new NoseHooverChain(settings, degrees, thermal),
            IntegratorKind.VelocityRescaling => new VelocityRescaling(settings, degrees, thermal),
            _ => null,
        };
        barostat = settings.Barostat is { } bath ? new CellRescaling(bath, settings.TimeStep, thermal) : null;
    }

    public override bool HasVirials => particles.HasVirials;

    /// <summary>Energy that the baths have from the particles [energy].</summary>
    public double BathEnergy => work + (thermostat?.Energy ?? 0);

    /// <summary>Begins a run; the motion of the centre of mass is taken away.</summary>
    public void Begin(SimulationState state, RandomKey key)
    {
        Continue(key, CouplingState.None);
        if (settings.CenterOfMassInterval > 0)
        {
            RemoveMomentum(state, start);
        }
    }

    /// <summary>Goes on with a run.</summary>
    /// <param name="key">Key of the run.</param>
    /// <param name="memory">What the baths remember.</param>
    /// <exception cref="ArgumentException">The state is of other baths.</exception>
    public void Continue(RandomKey key, CouplingState memory)
    {
        RandomKey noise = key.Derive(RandomStream.Coupling);
        (heat, pressure) = (noise.Derive(0ul), noise.Derive(1ul));
        work = memory.Work;
        Span<double> own = thermostat is null ? [] : thermostat.State;
        if (memory == CouplingState.None)
        {
            own.Clear();
            return;
        }

        if (memory.Thermostat.Length != own.Length)
        {
            throw new ArgumentException(
                $"The state of the heat bath has {memory.Thermostat.Length} numbers; {settings.Kind} has {own.Length}.");
        }

        memory.Thermostat.CopyTo(own);
    }

    /// <summary>A copy of what the baths remember.</summary>
    public CouplingState Remember() => new() { Thermostat = thermostat is null ? [] : [.. thermostat.State], Work = work };

    public override long StepsPerCall => particles.StepsPerCall;

    public override void Advance(SimulationState state, long steps)
    {
        for (long end = state.Step + steps; state.Step < end;)
        {
            RandomKey noise = heat.Derive((ulong)state.Step);
            if (thermostat is { IsSymmetric: true })
            {
                Heat(state, thermostat, noise);
            }

            bool rescales = Move(state, end);
            long step = state.Step - 1;
            if (thermostat is not null)
            {
                Heat(state, thermostat, noise);
            }

            if (settings.CenterOfMassInterval > 0 && (step + 1) % settings.CenterOfMassInterval == 0)
            {
                work += KineticEnergy(state);
                RemoveMomentum(state, motion);
                work -= KineticEnergy(state);
            }

            if (rescales)
            {
                Rescale(state, barostat!, pressure.Derive((ulong)step));
            }
        }
    }

    public override void Check(RunawayGuard guard, SimulationState state) => particles.Check(guard, state);

    public override void Synchronize(SimulationState state) => particles.Synchronize(state);

    public override void Refresh(SimulationState state) => particles.Refresh(state);

    public override double MeasureEnergy(SimulationState state) => particles.MeasureEnergy(state);

    private static double KineticEnergy(Vec3 twice) => 0.5 * (twice.X + twice.Y + twice.Z);

    // Steps up to the next that something acts after: as many at once as there are. Whether the cell changes then.
    private bool Move(SimulationState state, long end)
    {
        long next = thermostat is null ? end : state.Step + 1;
        next = Math.Min(next, NextMultiple(state.Step, settings.CenterOfMassInterval));
        next = Math.Min(next, NextMultiple(state.Step, settings.Barostat?.Interval ?? 0));
        bool rescales = barostat is not null && next % settings.Barostat!.Interval == 0;
        long plain = next - state.Step - (rescales ? 1 : 0);
        state.WantsEnergy = false;
        if (plain > 0)
        {
            particles.Advance(state, plain);
        }

        if (rescales)
        {
            state.WantsEnergy = true;
            particles.Advance(state, 1);
        }

        particles.Complete(state);
        return rescales;
    }

    private static long NextMultiple(long step, int interval) => interval > 0 ? ((step / interval) + 1) * interval : long.MaxValue;

    private void Heat(SimulationState state, IThermostat bath, RandomKey noise)
    {
        double factor = bath.Act(KineticEnergy(state), noise);
        motion.Scale(state, new Vec3(factor, factor, factor));
    }

    private void Rescale(SimulationState state, CellRescaling bath, RandomKey noise)
    {
        Virial virial = default;
        foreach (Virial term in field.TermVirials)
        {
            virial.Add(term);
        }

        Vec3 twiceKinetic = TwiceKinetic(state);
        Box box = state.Box;
        Vec3 factors = bath.Factors(twiceKinetic, virial, box.Volume, noise);
        state.Box = Box.Triclinic(Stretch(box.A), Stretch(box.B), Stretch(box.C));
        motion.Scale(state, new Vec3(1 / factors.X, 1 / factors.Y, 1 / factors.Z));
        double before = KineticEnergy(twiceKinetic) + state.PotentialEnergy!.Value;
        motion.Stretch(state, factors);
        work += before - KineticEnergy(state) - state.PotentialEnergy.Value;

        Vec3 Stretch(Vec3 r) => new(r.X * factors.X, r.Y * factors.Y, r.Z * factors.Z);
    }

    private void RemoveMomentum(SimulationState state, SystemMotion where) => where.Shift(state, -(where.Momentum(state) / totalMass));

    private double KineticEnergy(SimulationState state) => KineticEnergy(TwiceKinetic(state));

    // sum m v_a^2 of each axis [energy].
    private Vec3 TwiceKinetic(SimulationState state) => energyUnit * motion.TwiceKinetic(state);
}
