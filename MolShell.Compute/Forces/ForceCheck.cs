using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces;

/// <summary>
/// Compares each force of a system with the numeric gradient of its energy, and its virial with the numeric derivative of the energy by
/// strain of positions and box.
/// </summary>
public static class ForceCheck
{
    private static readonly string[] AxisNames = ["X", "Y", "Z"];
    private static readonly (int A, int B)[] Components = [(0, 0), (1, 1), (2, 2), (0, 1), (0, 2), (1, 2)];

    /// <summary>Checks the forces of a system at its start.</summary>
    /// <param name="system">The system.</param>
    /// <param name="options">Tolerance and number of particles.</param>
    /// <param name="device">Shares the work among its threads.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <exception cref="ArgumentException">The system or an option is out of bounds.</exception>
    /// <exception cref="SimulationException">The start has no finite energy; names the particles.</exception>
    public static ForceCheckReport Run(
        MolecularSystem system,
        ForceCheckOptions? options = null,
        IDevice? device = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(system);
        options ??= new ForceCheckOptions();
        if (!(options.Tolerance > 0) || options.MaximumParticles < 1)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Tolerance {options.Tolerance:g6}, particles {options.MaximumParticles}: expected a positive number and at least one."));
        }

        device ??= CpuDevice.Default;
        using ForceField names = new(system.Validate(), device);
        int count = Math.Min(options.MaximumParticles ?? Affordable(system.ParticleCount), system.ParticleCount);
        int[] particles = [.. Enumerable.Range(0, count).Select(k => (int)((long)k * system.ParticleCount / count))];
        return new ForceCheckReport
        {
            Tolerance = options.Tolerance,
            CheckedParticles = count,
            Terms =
            [
                .. system.Forces.Select((force, t) => CheckTerm(
                    names.TermNames[t], system with { Forces = [force] }, particles, options.Tolerance, device, cancellation)),
            ],
        };
    }

    // Each needs evaluations of all forces by the dozen.
    private static int Affordable(int particles) => Math.Clamp(64 * 1000 / Math.Max(1, particles), 8, 256);

    private static ForceCheckTerm CheckTerm(
        string name, MolecularSystem system, int[] particles, double tolerance, IDevice device, CancellationToken cancellation)
    {
        using ForceField field = new(system, device);
        EnergyReport report = field.Report(system.Start);
        Deviation force = CheckForces(system, report.Forces, particles, device, cancellation);
        Deviation virial = system.Forces[0].IsVirialDerivative ? CheckVirial(system.Start, field, report.Virial) : default;
        return new ForceCheckTerm
        {
            Name = name,
            IsConsistent = force.Error <= tolerance && virial.Error <= tolerance,
            ForceError = force.Error,
            Particle = particles[force.Place / 3],
            Axis = AxisNames[force.Place % 3],
            Force = force.Computed,
            NumericForce = force.Numeric,
            VirialError = virial.Error,
            VirialComponent = AxisNames[Components[virial.Place].A] + AxisNames[Components[virial.Place].B],
            Virial = virial.Computed,
            NumericVirial = virial.Numeric,
        };
    }

    private static Deviation CheckForces(
        MolecularSystem system, Vec3[] forces, int[] particles, IDevice device, CancellationToken cancellation)
    {
        double rms = Math.Sqrt(forces.Average(f => f.LengthSquared()));
        double scale = LengthScale.Of(system.Start);
        int dimension = system.Topology.Dimension;
        Deviation[] deviations = new Deviation[3 * particles.Length];
        device.For(particles.Length, (start, end) =>
        {
            using ForceField field = new(system, device);
            Vec3[] positions = [.. system.Start.Positions];
            Vec3[] unused = new Vec3[positions.Length];
            for (int k = start; k < end; k++)
            {
                cancellation.ThrowIfCancellationRequested();
                int i = particles[k];
                Vec3 place = positions[i];
                for (int axis = 0; axis < dimension; axis++)
                {
                    Vec3 unit = Unit(axis);
                    (double slope, double noise) = NumericDerivative.Closest(Energy, scale, -forces[i][axis]);
                    positions[i] = place;
                    deviations[(3 * k) + axis] =
                        Deviation.Of((3 * k) + axis, forces[i][axis], -slope, Math.Max(rms, forces[i].Length()), noise);

                    double Energy(double displacement)
                    {
                        positions[i] = place + (unit * displacement);
                        return field.EvaluateUnchecked(positions, system.Box, unused);
                    }
                }
            }
        });
        return deviations.MaxBy(deviation => deviation.Error);
    }

    private static Deviation CheckVirial(Frame frame, ForceField field, Virial virial)
    {
        Vec3[] positions = new Vec3[frame.ParticleCount];
        Vec3[] unused = new Vec3[frame.ParticleCount];
        double[] computed = [virial.XX, virial.YY, virial.ZZ, virial.XY, virial.XZ, virial.YZ];
        double pressure = Math.Abs(virial.Trace) / 3;
        Deviation[] deviations = new Deviation[Components.Length];
        for (int c = 0; c < Components.Length; c++)
        {
            (int a, int b) = Components[c];
            (double slope, double noise) = NumericDerivative.Closest(Energy, 1, -computed[c]);
            deviations[c] = Deviation.Of(c, computed[c], -slope, Math.Max(pressure, Math.Abs(computed[c])), noise);

            double Energy(double strain)
            {
                for (int i = 0; i < positions.Length; i++)
                {
                    positions[i] = Strain(frame.Positions[i], a, b, strain);
                }

                Box box = frame.Box;
                Box strained = double.IsInfinity(box.Volume) ? box : Box.Triclinic(
                    Strain(box.A, a, b, strain), Strain(box.B, a, b, strain), Strain(box.C, a, b, strain), box.IsPeriodicA, box.IsPeriodicB,
                    box.IsPeriodicC);
                return field.EvaluateUnchecked(positions, strained, unused);
            }
        }

        return deviations.MaxBy(deviation => deviation.Error);
    }

    // r + e r with the symmetric strain e_ab = e_ba; for a = b both halves meet.
    private static Vec3 Strain(Vec3 r, int a, int b, double strain) => r + ((Unit(a) * r[b]) + (Unit(b) * r[a])) * (0.5 * strain);

    private static Vec3 Unit(int axis) => new(axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0);

    private readonly record struct Deviation(double Error, int Place, double Computed, double Numeric)
    {
        public static Deviation Of(int place, double computed, double numeric, double scale, double noise)
        {
            double difference = Math.Abs(numeric - computed);
            double error = difference == 0 ? 0 : difference / Math.Max(scale, noise);
            return new Deviation(double.IsNaN(error) ? double.PositiveInfinity : error, place, computed, numeric);
        }
    }
}
