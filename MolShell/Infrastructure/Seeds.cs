using System.Globalization;
using System.Management.Automation;
using System.Security.Cryptography;

namespace MolShell.Infrastructure;

/// <summary>Seeds for users who give none.</summary>
internal static class Seeds
{
    /// <summary>Draws a seed and tells it, so that the run can be repeated.</summary>
    public static ulong Draw(Cmdlet command)
    {
        ulong seed = (ulong)RandomNumberGenerator.GetInt32(int.MaxValue);
        command.WriteVerbose(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}"));
        return seed;
    }
}
