#nullable enable
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Validates its arguments.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Valid")]
public sealed class TestValidCommand : PSCmdlet
{
    /// <summary>From 1 to 10.</summary>
    [Parameter]
    [ValidateRange(1, 10)]
    public int Range { get; set; }

    /// <summary>From 0 to 1.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double[]? Fractions { get; set; }

    /// <summary>One of three.</summary>
    [Parameter]
    [ValidateSet("one", "two", "three")]
    public string? Word { get; set; }

    /// <summary>One of three, with case.</summary>
    [Parameter]
    [ValidateSet("one", "two", "three", IgnoreCase = false)]
    public string[]? Words { get; set; }

    /// <summary>Two to three numbers.</summary>
    [Parameter]
    [ValidateCount(2, 3)]
    public int[]? Count { get; set; }

    /// <summary>Exactly two numbers.</summary>
    [Parameter]
    [ValidateCount(2, 2)]
    public int[]? Pair { get; set; }

    /// <summary>Two to four letters.</summary>
    [Parameter]
    [ValidateLength(2, 4)]
    public string? Size { get; set; }

    /// <summary>Begins with a letter.</summary>
    [Parameter]
    [ValidatePattern("^[a-z]")]
    public string? Pattern { get; set; }

    /// <summary>Not null.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Something { get; set; }

    /// <summary>Not null, nor holding null.</summary>
    [Parameter]
    [ValidateNotNull]
    public object?[]? Somethings { get; set; }

    /// <summary>Not null or empty.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Full { get; set; }

    /// <summary>Not null or empty, nor holding such.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string?[]? Fulls { get; set; }

    /// <summary>Even, by an attribute of its own.</summary>
    [Parameter]
    [TestEven]
    public int Even { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject("valid");
}
