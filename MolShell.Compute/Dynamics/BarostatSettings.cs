namespace MolShell.Compute.Dynamics;

/// <summary>A pressure bath, in the system's own units: stochastic cell rescaling.</summary>
public sealed record BarostatSettings
{
    /// <summary>Reference pressure P_0 [energy/length^3].</summary>
    public required double Pressure { get; init; }

    /// <summary>Isothermal compressibility beta [length^3/energy], an estimate: only beta/tau matters, and for the speed alone.</summary>
    public required double Compressibility { get; init; }

    /// <summary>Time constant tau of the volume [time].</summary>
    public required double CouplingTime { get; init; }

    /// <summary>Steps from one change of the cell to the next.</summary>
    public int Interval { get; init; } = 10;

    public PressureCoupling Coupling { get; init; }

    public override string ToString() => FormattableString.Invariant(
        $"P {Pressure:g6}, {Coupling}, beta {Compressibility:g6}, tau {CouplingTime:g6}, every {Interval}");
}
