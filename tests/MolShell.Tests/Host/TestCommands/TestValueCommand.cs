#nullable enable
using System.Collections;
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Says which values its parameters got.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Value")]
public sealed class TestValueCommand : PSCmdlet
{
    /// <summary>A value of its type.</summary>
    [Parameter]
    public int Int { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public long Long { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public byte Byte { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public double Double { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public float Single { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public decimal Decimal { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public string? Text { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public string?[]? Texts { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public SwitchParameter Flag { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public bool Bool { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public bool? MaybeBool { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public TestColor Color { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public TestColor[]? Colors { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public TestFlags Options { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public int[]? Ints { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public double[]? Doubles { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public object? Any { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public object?[]? Anys { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public Hashtable? Table { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public IDictionary? Dictionary { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public TestPoint? Point { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public TestPoint[]? Points { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public TestLength? Length { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public TestLength[]? Lengths { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public TestName? NameObject { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public TimeSpan Time { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public DateTime Date { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public Type? Kind { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public int? MaybeInt { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public List<int>? List { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public List<string>? Texts2 { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public ScriptBlock? Script { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public char Letter { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public char[]? Letters { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public Uri? Address { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public Version? Number { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public PSObject? Wrapped { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public TestPerson? Person { get; set; }

    /// <summary>A value of its type.</summary>
    [Parameter]
    public TestPerson[]? Persons { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (KeyValuePair<string, object?> bound in MyInvocation.BoundParameters)
        {
            WriteObject($"{bound.Key}: {TestText.Of(bound.Value)}");
        }
    }
}
