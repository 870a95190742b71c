using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Makes a property a parameter of one or of all sets.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field, AllowMultiple = true)]
public sealed class ParameterAttribute : ParsingBaseAttribute
{
    /// <summary>Name that stands for every parameter set.</summary>
    public const string AllParameterSets = "__AllParameterSets";

    private string parameterSetName = AllParameterSets;

    /// <summary>Position among the arguments without a name; <see cref="int.MinValue"/> when it has none.</summary>
    public int Position { get; set; } = int.MinValue;

    /// <summary>The set this declaration speaks of.</summary>
    public string ParameterSetName
    {
        get => parameterSetName;
        set => parameterSetName = string.IsNullOrEmpty(value) ? AllParameterSets : value;
    }

    /// <summary>Whether an argument must be given.</summary>
    public bool Mandatory { get; set; }

    /// <summary>Whether it takes the object that comes down the pipe.</summary>
    public bool ValueFromPipeline { get; set; }

    /// <summary>Whether it takes the property of that name of the object that comes down the pipe.</summary>
    public bool ValueFromPipelineByPropertyName { get; set; }

    /// <summary>Whether it takes all arguments that no other parameter took.</summary>
    public bool ValueFromRemainingArguments { get; set; }

    /// <summary>One line of help, with the unit.</summary>
    public string? HelpMessage { get; set; }

    /// <summary>Resource file of the help message; not read by molshell.</summary>
    public string? HelpMessageBaseName { get; set; }

    /// <summary>Resource of the help message; not read by molshell.</summary>
    public string? HelpMessageResourceId { get; set; }

    /// <summary>Keeps the parameter out of completion and syntax.</summary>
    public bool DontShow { get; set; }
}
