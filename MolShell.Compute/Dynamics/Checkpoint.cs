using MolShell.Compute.Dynamics.Couplings;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics;

/// <summary>The state of a run, from which it goes on bit by bit as if it had not stopped.</summary>
public sealed record Checkpoint
{
    /// <summary><see cref="MolecularSystem.Fingerprint"/> of the system.</summary>
    public required string SystemFingerprint { get; init; }

    public required IntegratorSettings Integrator { get; init; }

    /// <summary>Key of the noise.</summary>
    public required RandomKey Key { get; init; }

    /// <summary>Steps made.</summary>
    public required long Step { get; init; }

    public required Box Box { get; init; }

    /// <summary>Positions [length], shape [n, 3].</summary>
    public required Vec3[] Positions { get; init; }

    /// <summary>Velocities [length/time], shape [n, 3]; empty for overdamped dynamics.</summary>
    public required Vec3[] Velocities { get; init; }

    /// <summary>What heat bath and pressure bath remember.</summary>
    public CouplingState Coupling { get; init; } = CouplingState.None;

    /// <summary>Precision of pair forces in the run; null in files of version 1, which do not tell.</summary>
    public Precision? Precision { get; init; }

    /// <summary>
    /// Writes the checkpoint beside <paramref name="path"/> and then renames it, so that the file there is always a whole one.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => CheckpointFile.Write(this, path);

    /// <summary>Reads a checkpoint.</summary>
    /// <exception cref="InvalidDataException">The file is no checkpoint, of another version, cut short or damaged; names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Checkpoint Load(string path) => CheckpointFile.Read(path);
}
