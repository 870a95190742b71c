using System.Management.Automation;

namespace MolShell.Host.Commands;

/// <summary>The error for what PowerShell has and molshell has not.</summary>
public static class NeedsPowerShell
{
    /// <summary>Makes the error.</summary>
    /// <param name="what">What was asked for.</param>
    /// <returns>The error.</returns>
    public static RuntimeException Exception(string what) =>
        new(ErrorCategory.NotImplemented, "NeedsPowerShell", null, $"{what} needs PowerShell 7.6.");
}
