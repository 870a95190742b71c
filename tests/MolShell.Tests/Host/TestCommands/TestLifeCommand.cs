#nullable enable
using System.Collections;
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Writes a line for each step of its life.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Life")]
public sealed class TestLifeCommand : PSCmdlet, IDisposable
{
    /// <summary>Its name.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    public string? Label { get; set; }

    /// <summary>Takes the steps.</summary>
    [Parameter(Position = 1, Mandatory = true)]
    public ArrayList? Log { get; set; }

    /// <summary>Writes so many objects without input.</summary>
    [Parameter]
    public int Count { get; set; }

    /// <summary>An object.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <summary>Fails at this object.</summary>
    [Parameter]
    public object? FailAt { get; set; }

    /// <inheritdoc/>
    public void Dispose() => Log?.Add($"{Label} dispose");

    /// <inheritdoc/>
    protected override void BeginProcessing() => Log!.Add($"{Label} begin");

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Count > 0)
        {
            for (int i = 1; i <= Count; i++)
            {
                Log!.Add($"{Label} writes {i}");
                WriteObject(i);
            }

            return;
        }

        Log!.Add($"{Label} process {InputObject}");
        if (FailAt is not null && LanguagePrimitives.Equals(InputObject, FailAt))
        {
            throw new InvalidOperationException($"{Label} fails at {InputObject}");
        }

        WriteObject(InputObject);
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Log!.Add($"{Label} end");

    /// <inheritdoc/>
    protected override void StopProcessing() => Log!.Add($"{Label} stop");
}
