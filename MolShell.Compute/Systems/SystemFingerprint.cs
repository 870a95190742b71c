using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Systems;

/// <summary>Hashes a system; every part is preceded by its label and length, so that different systems cannot run together.</summary>
internal static class SystemFingerprint
{
    public static string Of(MolecularSystem system)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Topology topology = system.Topology;
        Add(hash, "units", system.Units.Name);
        Add(hash, "dimension", FormattableString.Invariant($"{topology.Dimension}"));
        Add(hash, "masses", topology.Masses.AsSpan());
        Add(hash, "types", topology.Types.AsSpan());
        Add(hash, "names", string.Join('\n', topology.TypeNames));
        Add(hash, "charges", topology.Charges.AsSpan());
        Add(hash, "bonds", topology.Bonds.AsSpan());
        Add(hash, "box", Describe(system.Box));
        Add<Vec3>(hash, "positions", system.Start.Positions);
        Add<Vec3>(hash, "velocities", system.Start.Velocities);
        foreach (IForce force in system.Forces)
        {
            Add(hash, "force", force.Describe());
        }

        if (system.Integrator is { } integrator)
        {
            Add(hash, "integrator", Describe(integrator));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Describe(Box box) => FormattableString.Invariant(
        $"{Describe(box.A)} {Describe(box.B)} {Describe(box.C)} {box.IsPeriodicA} {box.IsPeriodicB} {box.IsPeriodicC}");

    private static string Describe(Vec3 v) => FormattableString.Invariant($"{v.X:R},{v.Y:R},{v.Z:R}");

    // Settings that were added later are told where they are set, so that the fingerprint of a system never changes.
    private static string Describe(IntegratorSettings settings)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture,
            $"{settings.Kind} dt={settings.TimeStep:R} T={settings.Temperature:R} gamma={settings.Friction:R}");
        if (settings.HasBath)
        {
            text.Append(CultureInfo.InvariantCulture, $" tau={settings.CouplingTime:R} chain={settings.ChainLength}");
        }

        if (settings.CenterOfMassInterval > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" com={settings.CenterOfMassInterval}");
        }

        if (settings.Barostat is { } barostat)
        {
            text.Append(CultureInfo.InvariantCulture,
                $" P={barostat.Pressure:R} {barostat.Coupling} beta={barostat.Compressibility:R} tauP={barostat.CouplingTime:R} every={barostat.Interval}");
        }

        return text.ToString();
    }

    private static void Add(IncrementalHash hash, string label, string text) => Add<byte>(hash, label, Encoding.UTF8.GetBytes(text));

    // The platforms MolShell runs on are little-endian: the bytes in memory are the same everywhere.
    private static void Add<T>(IncrementalHash hash, string label, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(values);
        hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{label} {bytes.Length}\n")));
        hash.AppendData(bytes);
    }
}
