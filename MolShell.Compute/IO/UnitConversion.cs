using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO;

/// <summary>
/// Brings the frames of a trajectory into other units. Reduced units have no scale: from and to them numbers stay as they are. Columns and
/// attributes, whose units nobody knows, stay too.
/// </summary>
/// <param name="target">The units wanted.</param>
public sealed class UnitConversion(UnitSystem target)
{
    private Topology? lastSource;
    private Topology? lastTarget;

    /// <summary>The frame in the units wanted; itself where it has them.</summary>
    public Frame Apply(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        UnitSystem source = frame.Units;
        if (ReferenceEquals(source, target))
        {
            return frame;
        }

        if (ReferenceEquals(source, UnitSystem.Reduced) || ReferenceEquals(target, UnitSystem.Reduced))
        {
            return frame with { Units = target };
        }

        double length = Factor(Dimension.Length);
        return frame with
        {
            Units = target,
            Topology = TopologyOf(frame.Topology, Factor(Dimension.Mass)),
            Box = Scaled(frame.Box, length),
            Time = frame.Time * Factor(Dimension.Time),
            Positions = Scaled(frame.Positions, length)!,
            Velocities = Scaled(frame.Velocities, Factor(Dimension.Velocity)),
            Forces = Scaled(frame.Forces, Factor(Dimension.Force)),
            PotentialEnergy = frame.PotentialEnergy * Factor(Dimension.Energy),
            KineticEnergy = frame.KineticEnergy * Factor(Dimension.Energy),
            ConservedEnergy = frame.ConservedEnergy * Factor(Dimension.Energy),
            Pressure = frame.Pressure * Factor(Dimension.Pressure),
        };

        double Factor(Dimension dimension) => source.Convert(1, dimension, target);
    }

    private static Vec3[]? Scaled(Vec3[]? vectors, double factor) =>
        vectors is null || factor == 1 ? vectors : Array.ConvertAll(vectors, v => factor * v);

    private static Box Scaled(Box box, double factor) => factor == 1 || double.IsInfinity(box.Volume)
        ? box
        : Box.Triclinic(factor * box.A, factor * box.B, factor * box.C, box.IsPeriodicA, box.IsPeriodicB, box.IsPeriodicC);

    private Topology TopologyOf(Topology topology, double mass)
    {
        if (mass == 1)
        {
            return topology;
        }

        if (!ReferenceEquals(topology, lastSource))
        {
            lastSource = topology;
            lastTarget = topology with { Masses = [.. topology.Masses.Select(m => m * mass)] };
        }

        return lastTarget!;
    }
}
