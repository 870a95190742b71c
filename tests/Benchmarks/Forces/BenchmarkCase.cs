using MolShell.Compute.Systems;

namespace Benchmarks.Forces;

/// <summary>One system to be timed: how it starts, what acts, how it moves and how long it is timed.</summary>
internal sealed record BenchmarkCase
{
    /// <summary>The name on the command line and in tables.</summary>
    public required string Name { get; init; }

    /// <summary>The system before equilibration, with its forces and integrator.</summary>
    public required Func<MolecularSystem> Build { get; init; }

    /// <summary>What acts; null for systems that only MolShell runs.</summary>
    public Interactions? Interactions { get; init; }

    /// <summary>Steps between <see cref="Build"/> and the start that all programs get.</summary>
    public int EquilibrationSteps { get; init; }

    /// <summary>Particle-steps in each of the three slices that are timed.</summary>
    public required double SliceParticleSteps { get; init; }

    /// <summary>Extra range of the peers' neighbour lists [sigma]; MolShell chooses its own.</summary>
    public double Skin { get; init; } = 0.3;

    /// <summary>Whether peers rebuild their lists by displacement, or every <see cref="ListSteps"/> steps unasked.</summary>
    public bool ListIsChecked { get; init; } = true;

    /// <summary>Steps between rebuilds of a list that is not checked.</summary>
    public int ListSteps { get; init; } = 10;

    /// <summary>Whether peers run this case too.</summary>
    public bool HasPeers { get; init; } = true;

    /// <summary>Whether the case is left out of a quick run.</summary>
    public bool IsLong { get; init; }

    /// <summary>Whether the case runs only where it is named: its start takes minutes.</summary>
    public bool IsHuge { get; init; }

    /// <summary>Steps of a slice for this number of particles.</summary>
    public int SliceSteps(int particles, bool quick) => (int)Math.Max(10, SliceParticleSteps / (quick ? 4 : 1) / particles);
}
