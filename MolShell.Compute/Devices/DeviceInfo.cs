namespace MolShell.Compute.Devices;

/// <summary>What a compute device is and has.</summary>
public sealed record DeviceInfo
{
    /// <summary>Name to choose the device by.</summary>
    public required string Name { get; init; }

    public required DeviceKind Kind { get; init; }

    /// <summary>The maker's name of the processor.</summary>
    public required string Model { get; init; }

    /// <summary>Workers that can run at the same time.</summary>
    public required int Cores { get; init; }

    /// <summary>Memory that the program may use [byte].</summary>
    public required long Memory { get; init; }

    /// <summary>The widest vector instructions in use, such as "AVX2", and the number of doubles in one.</summary>
    public required string Simd { get; init; }
}
