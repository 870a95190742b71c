using System.Collections.Immutable;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.IO;

/// <summary>Frames with all that a format holds, and what has to come back of them.</summary>
internal static class TrajectorySample
{
    /// <summary>Whether a file of the format has one frame only.</summary>
    public static bool IsSingle(string format) => format is "LammpsData" or "Poscar";

    public static Frame[] Frames(string format, int count, int seed)
    {
        Random random = new(seed);
        int n = 3 + random.Next(9);
        Topology topology = new()
        {
            Masses = [.. Enumerable.Range(0, n).Select(i => i % 3 == 2 ? 12.011 : 15.999)],
            Types = [.. Enumerable.Range(0, n).Select(i => i % 3 == 2 ? 1 : 0)],
            TypeNames = ["O", "C"],
            Charges = format is "ExtendedXyz" or "LammpsDump" ? [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() - 0.5)] : [],
        };
        bool isTriclinic = seed % 2 == 1;
        return [.. Enumerable.Range(0, count).Select(frame => new Frame
        {
            Topology = topology,
            Box = isTriclinic
                ? Box.Triclinic(new(8 + random.NextDouble(), 0, 0), new(1.25, 9, 0), new(-2.5, 0.75, 7 + random.NextDouble()))
                : Box.Orthorhombic(8 + random.NextDouble(), 9, 7 + random.NextDouble()),
            Units = UnitSystem.Metal,
            Step = 100 * (frame + 1),
            Time = 0.5 * (frame + 1),
            Positions = Vectors(5),
            Velocities = Vectors(1),
            Forces = Vectors(30),
            PotentialEnergy = random.NextDouble(),
            Columns = ParticleColumns.Empty
                .With(new ParticleColumn<double>("q6", [.. Enumerable.Range(0, n).Select(i => i == 1 ? double.NaN : random.NextDouble())]))
                .With(new ParticleColumn<long>("mol", [.. Enumerable.Range(0, n).Select(i => (long)i / 3)]))
                .With(new ParticleColumn<string>("site", [.. Enumerable.Range(0, n).Select(i => $"s{i}")])),
            Attributes = ImmutableSortedDictionary<string, string>.Empty.Add("config_type", "a \"quoted\" text = 3").Add("n", "5"),
        })];

        Vec3[] Vectors(double size) => [.. Enumerable.Range(0, n).Select(_ => new Vec3(Number(size), Number(size), Number(size)))];

        double Number(double size) => size * ((2 * random.NextDouble()) - 1);
    }

    /// <summary>What the format holds has come back, exactly to its precision.</summary>
    public static void AssertSame(string format, Frame expected, Frame read)
    {
        Assert.Equal(expected.ParticleCount, read.ParticleCount);
        (double length, double velocity, double box) = format switch
        {
            "ExtendedXyz" or "Xyz" => (0, 0, 0),
            // Bounds are a corner and its opposite: their difference is rounded.
            "LammpsDump" => (0, 0, 1e-14),
            // A quotient by 1000, and back.
            "Poscar" => (0, 1e-15, 0),
            // Fractions of edges.
            "Xdatcar" => (1e-14, 0, 0),
            // Half of the last digit, 3 after the point in nm for places, 4 for velocities and 5 for the box.
            "Gro" => (0.5001e-2, 0.5001e-3, 0.5001e-4),
            _ => throw new ArgumentException($"Say how precise {format} is."),
        };
        AssertNear(expected.Positions, read.Positions, length);
        if (format is not ("Xyz" or "Poscar"))
        {
            Assert.Equal(expected.Step, read.Step);
        }

        if (format is "ExtendedXyz" or "LammpsDump" or "Gro")
        {
            Assert.Equal(expected.Time, read.Time);
        }

        if (format is not "Xyz")
        {
            AssertNear([expected.Box.A, expected.Box.B, expected.Box.C], [read.Box.A, read.Box.B, read.Box.C], box);
            Assert.True(read.Box.IsFullyPeriodic);
        }

        if (format is not ("Xyz" or "Xdatcar"))
        {
            AssertNear(expected.Velocities!, read.Velocities!, velocity);
        }

        if (format is "ExtendedXyz" or "LammpsDump")
        {
            AssertNear(expected.Forces!, read.Forces!, 0);
            Assert.Equal(expected.Topology.Charges, read.Topology.Charges);
            Assert.Equal(expected.Topology.Masses, read.Topology.Masses);
            Assert.Equal(((ParticleColumn<double>)expected.Columns["q6"]!).Values, ((ParticleColumn<double>)read.Columns["q6"]!).Values);
            Assert.Equal(((ParticleColumn<long>)expected.Columns["mol"]!).Values, ((ParticleColumn<long>)read.Columns["mol"]!).Values);
            Assert.Equal(((ParticleColumn<string>)expected.Columns["site"]!).Values, ((ParticleColumn<string>)read.Columns["site"]!).Values);
        }

        if (format is "ExtendedXyz")
        {
            Assert.Equal(expected.Attributes.AsEnumerable(), read.Attributes.AsEnumerable());
            Assert.Equal(expected.PotentialEnergy, read.PotentialEnergy);
        }

        for (int i = 0; i < expected.ParticleCount; i++)
        {
            Assert.Equal(NameOf(expected, i), NameOf(read, i));
        }
    }

    private static string NameOf(Frame frame, int particle) => frame.Topology.TypeNames[frame.Topology.Types[particle]];

    private static void AssertNear(Vec3[] expected, Vec3[] read, double tolerance)
    {
        Assert.Equal(expected.Length, read.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Vec3 d = expected[i] - read[i];
            double worst = Math.Max(Math.Abs(d.X), Math.Max(Math.Abs(d.Y), Math.Abs(d.Z)));
            Assert.True(worst <= tolerance, $"{i}: {expected[i]} became {read[i]}");
        }
    }
}
