using System.Management.Automation;
using MolShell.Compute.Engines;

namespace MolShell.Infrastructure;

/// <summary>Parameters of cmdlets that run engines: what is for the built-in dynamics means nothing to another program.</summary>
internal static class EngineParameters
{
    private static readonly string[] Common =
    [
        "Verbose", "Debug", "ErrorAction", "ErrorVariable", "WarningAction", "WarningVariable", "InformationAction", "InformationVariable",
        "OutVariable", "OutBuffer", "PipelineVariable", "ProgressAction", "WhatIf", "Confirm",
    ];

    /// <exception cref="ArgumentException">Another parameter was given.</exception>
    public static void RequireOnly(PSCmdlet command, ISimulationEngine engine, params string[] names)
    {
        string? other = command.MyInvocation.BoundParameters.Keys.FirstOrDefault(key =>
            !names.Concat(Common).Contains(key, StringComparer.OrdinalIgnoreCase));
        if (other is not null)
        {
            throw new ArgumentException($"-{other} is for the built-in dynamics; that of {engine.Name} is in its own input.");
        }
    }
}
