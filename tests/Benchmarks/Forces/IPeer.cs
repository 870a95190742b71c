namespace Benchmarks.Forces;

/// <summary>A program that can run the cases: one of the peers, or MolShell itself.</summary>
internal interface IPeer
{
    string Name { get; }

    /// <summary>Whether it is on this machine; asked once, before anything else.</summary>
    bool IsInstalled { get; }

    /// <summary>Whether its pair potentials can be shifted to zero at the cutoff; where not, energies are compared unshifted.</summary>
    bool ShiftsPairs => true;

    /// <summary>Name and version, as the program itself says.</summary>
    string Version();

    bool Supports(BenchmarkCase benchmark);

    /// <summary>Potential energy of the start [epsilon].</summary>
    double Energy(PreparedCase prepared);

    /// <summary>Speed after a warm-up.</summary>
    Measurement Measure(PreparedCase prepared, int threads);
}
