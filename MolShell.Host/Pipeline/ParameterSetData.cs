using System.Management.Automation;

namespace MolShell.Host.Pipeline;

/// <summary>What a parameter is in one parameter set.</summary>
/// <param name="SetName">The set; <see cref="ParameterAttribute.AllParameterSets"/> for all of them.</param>
/// <param name="SetFlag">One bit for the set; 0 for all of them.</param>
/// <param name="Attribute">What was declared.</param>
public sealed record ParameterSetData(string SetName, uint SetFlag, ParameterAttribute Attribute)
{
    /// <summary>Whether it stands for all sets.</summary>
    public bool IsInAllSets => SetFlag == 0;

    /// <summary>Whether an argument must be given.</summary>
    public bool IsMandatory => Attribute.Mandatory;

    /// <summary>Place among arguments without a name; <see cref="int.MinValue"/> for none.</summary>
    public int Position => Attribute.Position;

    /// <summary>Whether it has a place.</summary>
    public bool IsPositional => Attribute.Position != int.MinValue;

    /// <summary>Whether it takes the pipeline's objects.</summary>
    public bool ValueFromPipeline => Attribute.ValueFromPipeline;

    /// <summary>Whether it takes their property of its name.</summary>
    public bool ValueFromPipelineByPropertyName => Attribute.ValueFromPipelineByPropertyName;

    /// <summary>Whether it takes what no other parameter took.</summary>
    public bool ValueFromRemainingArguments => Attribute.ValueFromRemainingArguments;
}
