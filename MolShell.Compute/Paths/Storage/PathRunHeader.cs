using System.Collections.Immutable;
using System.Reflection;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Storage;

/// <summary>
/// What a run file says about its run: enough to refuse a continuation that is not one, and to rebuild frames without the system.
/// </summary>
public sealed record PathRunHeader
{
    /// <summary>Version of MolShell that began the run.</summary>
    public required string ProgramVersion { get; init; }

    /// <summary>Seed of all random numbers of the run.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The network and its movers, as <see cref="MoveScheme.Describe"/> gives them.</summary>
    public required string Scheme { get; init; }

    /// <summary>Names of the movers; records refer to them by place.</summary>
    public required ImmutableArray<string> Movers { get; init; }

    /// <summary>The network in names and numbers; records refer to its ensembles and states by place.</summary>
    public required NetworkSummary Network { get; init; }

    /// <summary>Whether paths swap infinitely often, so that each step has weights for them.</summary>
    public bool IsSwapping { get; init; }

    /// <summary>Whether the file has some of the steps of the run only, with the numbers that they have there.</summary>
    public bool IsPart { get; init; }

    /// <summary>Time from one frame to the next [time]; null where the engine does not tell.</summary>
    public double? FrameInterval { get; init; }

    public required string SystemName { get; init; }

    /// <summary>Hash of the system, as <see cref="MolecularSystem.Fingerprint"/> gives it.</summary>
    public required string SystemFingerprint { get; init; }

    /// <summary>Name of the system's units.</summary>
    public required string Units { get; init; }

    public required Topology Topology { get; init; }

    /// <summary>Edges of the start box [length]; zero without a box.</summary>
    public required ImmutableArray<Vec3> BoxEdges { get; init; }

    /// <summary>Whether each edge is periodic.</summary>
    public required ImmutableArray<bool> BoxPeriodicity { get; init; }

    /// <summary>The dynamics, as <see cref="ISimulationEngine.Describe"/> gives it.</summary>
    public required string Engine { get; init; }

    /// <summary>Bath temperature [temperature]; null for constant energy.</summary>
    public double? Temperature { get; init; }

    /// <summary>Longest path [frames].</summary>
    public required int MaximumLength { get; init; }

    /// <summary>Whether hopeless trials were given up early.</summary>
    public required bool EarlyRejection { get; init; }

    /// <summary>The header of a run.</summary>
    public static PathRunHeader Of(MoveScheme scheme, ISimulationEngine engine, ulong seed, PathSamplingOptions options)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(options);
        MolecularSystem system = engine.System;
        Box box = system.Box;
        Assembly program = typeof(PathRunHeader).Assembly;
        return new PathRunHeader
        {
            ProgramVersion = program.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown",
            Seed = seed,
            Scheme = scheme.Describe(),
            Movers = [.. scheme.Movers.Select(m => m.Mover.Name)],
            Network = scheme.Network.Summarize(),
            IsSwapping = options.InfiniteSwapping,
            FrameInterval = double.IsNaN(engine.FrameInterval) ? null : engine.FrameInterval,
            SystemName = system.Name,
            SystemFingerprint = system.Fingerprint(),
            Units = system.Units.Name,
            Topology = system.Topology,
            BoxEdges = [box.A, box.B, box.C],
            BoxPeriodicity = [box.IsPeriodicA, box.IsPeriodicB, box.IsPeriodicC],
            Engine = engine.Describe(),
            Temperature = engine.Temperature,
            MaximumLength = options.MaximumLength,
            EarlyRejection = options.EarlyRejection,
        };
    }

    /// <summary>What differs between this run and another that is to continue it, or null.</summary>
    internal string? DifferenceFrom(PathRunHeader other) =>
        Seed != other.Seed ? FormattableString.Invariant($"its seed is {Seed}, not {other.Seed}")
        : SystemFingerprint != other.SystemFingerprint
            ? $"it is of another system ({SystemName}), or of one with other parameters or another start, than {other.SystemName}"
        : Scheme != other.Scheme ? $"its network or moves differ. In the file:\n{Scheme}\nNow:\n{other.Scheme}\n"
        : IsSwapping != other.IsSwapping ? $"its paths {(IsSwapping ? "swap" : "do not swap")} infinitely often"
        : Engine != other.Engine ? $"its engine is {Engine}, not {other.Engine}"
        : MaximumLength != other.MaximumLength
            ? FormattableString.Invariant($"its maximum path length is {MaximumLength}, not {other.MaximumLength}")
        : EarlyRejection != other.EarlyRejection ? $"early rejection was {(EarlyRejection ? "on" : "off")}"
        : null;

    /// <summary>What differs between this run and another so that they are not two samples of the same paths, or null.</summary>
    internal string? DifferenceAsSample(PathRunHeader other) =>
        NetworkDifference(other) is string network ? network
        : Topology.ParticleCount != other.Topology.ParticleCount || Units != other.Units
            ? $"it is of another system ({SystemName}) than {other.SystemName}"
        : Engine != other.Engine ? $"its engine is {Engine}, not {other.Engine}"
        : FrameInterval != other.FrameInterval
            ? FormattableString.Invariant($"its frames are {FrameInterval} apart in time, not {other.FrameInterval}")
        : Temperature != other.Temperature ? FormattableString.Invariant($"its temperature is {Temperature}, not {other.Temperature}")
        : null;

    /// <summary>What all records of the run share.</summary>
    /// <param name="path">The run file that they are read from; null for none, or several.</param>
    internal PathRunInfo ToRunInfo(string? path = null) => new()
    {
        RunFile = path,
        Network = Network,
        FrameInterval = FrameInterval ?? double.NaN,
        TimeUnit = UnitSystem.Parse(Units).Symbol(Dimension.Time),
    };

    // The network is the first line of the scheme, as PathNetwork.Describe gives it: its ensembles, one after the other.
    private string? NetworkDifference(PathRunHeader other)
    {
        string[] own = Scheme.Split('\n')[0].Split("; ");
        string[] given = other.Scheme.Split('\n')[0].Split("; ");
        int place = own.Zip(given).TakeWhile(pair => pair.First == pair.Second).Count();
        return place == own.Length && place == given.Length ? null
            : $"it is of another network, which has {Of(own)} where the other has {Of(given)}";

        string Of(string[] ensembles) => place < ensembles.Length ? $"'{ensembles[place]}'" : "no further ensemble";
    }

    /// <summary>The start box, by which frames are stored.</summary>
    internal Box CreateBox() => BoxEdges.All(e => e == Vec3.Zero)
        ? Box.Open
        : Box.Triclinic(BoxEdges[0], BoxEdges[1], BoxEdges[2], BoxPeriodicity[0], BoxPeriodicity[1], BoxPeriodicity[2]);
}
