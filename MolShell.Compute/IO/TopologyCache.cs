using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO;

/// <summary>Topologies of the frames of one file: the same object as long as the particles are the same.</summary>
/// <param name="path">The file, for messages.</param>
/// <param name="options">The topology and the names of types that the user gave.</param>
internal sealed class TopologyCache(string path, TrajectoryReadOptions options)
{
    private Topology? last;

    /// <summary>The topology of particles as a file describes them, or the one that the user gave, which wins.</summary>
    /// <param name="types">Type of each particle, an index of names; not copied.</param>
    /// <param name="names">Names of the types.</param>
    /// <param name="units">Units of the masses.</param>
    /// <param name="masses">Masses where the file has them; not copied. Else weights of elements, and 1 for other particles and in reduced units.</param>
    /// <param name="charges">Charges where the file has them; not copied.</param>
    /// <exception cref="InvalidDataException">The number of particles is not that of the topology given, or a mass or charge cannot be.</exception>
    public Topology For(int[] types, ImmutableArray<string> names, UnitSystem units, double[]? masses = null, double[]? charges = null)
    {
        if (options.Topology is not null)
        {
            return Given(types.Length);
        }

        if (last is not null && IsSame(last, types, names, masses, charges))
        {
            return last;
        }

        masses ??= Weights(types, names, units);
        Topology topology = new()
        {
            Masses = ImmutableCollectionsMarshal.AsImmutableArray(masses),
            Types = ImmutableCollectionsMarshal.AsImmutableArray(types),
            TypeNames = names,
            Charges = charges is null ? [] : ImmutableCollectionsMarshal.AsImmutableArray(charges),
        };
        try
        {
            topology.Validate();
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException($"'{path}': {error.Message}", error);
        }

        return last = topology;
    }

    /// <summary>The topology of particles of which a file says nothing but their number.</summary>
    /// <exception cref="InvalidDataException">The number of particles is not that of the topology given.</exception>
    public Topology For(int count)
    {
        if (options.Topology is not null)
        {
            return Given(count);
        }

        return last is not null && last.ParticleCount == count
            ? last
            : last = Topology.Uniform(count, 1, options.TypeNames.IsDefaultOrEmpty ? "X" : options.TypeNames[0]);
    }

    private static double[] Weights(int[] types, ImmutableArray<string> names, UnitSystem units)
    {
        bool hasScale = !ReferenceEquals(units, UnitSystem.Reduced);
        double[] weights =
        [
            .. names.Select(name => hasScale && Elements.Weight(name) is { } weight
                ? UnitSystem.Gromacs.Convert(weight, Dimension.Mass, units)
                : 1),
        ];
        return Array.ConvertAll(types, type => weights[type]);
    }

    private static bool IsSame(Topology old, int[] types, ImmutableArray<string> names, double[]? masses, double[]? charges) =>
        old.Types.AsSpan().SequenceEqual(types)
        && old.TypeNames.AsSpan().SequenceEqual(names.AsSpan())
        && (masses is null || old.Masses.AsSpan().SequenceEqual(masses))
        && old.Charges.AsSpan().SequenceEqual(charges ?? []);

    private Topology Given(int count) => options.Topology!.ParticleCount == count
        ? options.Topology
        : throw new InvalidDataException(FormattableString.Invariant(
            $"'{path}': found a frame of {count} particles; expected {options.Topology.ParticleCount}, as the topology has."));
}
