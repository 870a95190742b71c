using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <content>The parameters of Where-Object: each operator has a parameter set of its own, as in PowerShell.</content>
public sealed partial class WhereObjectCommand
{
    /// <summary>An object.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; } = System.Management.Automation.Internal.AutomationNull.Value;

    /// <summary>Says for each object, as $_, whether to pass it on.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ScriptBlockSet")]
    public ScriptBlock? FilterScript { get; set; }

    /// <summary>A property.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "EqualSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "CaseSensitiveEqualSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "NotEqualSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "CaseSensitiveNotEqualSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "GreaterThanSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "CaseSensitiveGreaterThanSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "LessThanSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "CaseSensitiveLessThanSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "GreaterOrEqualSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "CaseSensitiveGreaterOrEqualSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "LessOrEqualSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "CaseSensitiveLessOrEqualSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "LikeSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "CaseSensitiveLikeSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "NotLikeSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "CaseSensitiveNotLikeSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "MatchSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "CaseSensitiveMatchSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "NotMatchSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "CaseSensitiveNotMatchSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ContainsSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "CaseSensitiveContainsSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "NotContainsSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "CaseSensitiveNotContainsSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "InSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "CaseSensitiveInSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "NotInSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "CaseSensitiveNotInSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "IsSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "IsNotSet")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Not")]
    [ValidateNotNullOrEmpty]
    public string? Property { get; set; }

    /// <summary>What the property is compared with.</summary>
    [Parameter(Position = 1, ParameterSetName = "EqualSet")]
    [Parameter(Position = 1, ParameterSetName = "CaseSensitiveEqualSet")]
    [Parameter(Position = 1, ParameterSetName = "NotEqualSet")]
    [Parameter(Position = 1, ParameterSetName = "CaseSensitiveNotEqualSet")]
    [Parameter(Position = 1, ParameterSetName = "GreaterThanSet")]
    [Parameter(Position = 1, ParameterSetName = "CaseSensitiveGreaterThanSet")]
    [Parameter(Position = 1, ParameterSetName = "LessThanSet")]
    [Parameter(Position = 1, ParameterSetName = "CaseSensitiveLessThanSet")]
    [Parameter(Position = 1, ParameterSetName = "GreaterOrEqualSet")]
    [Parameter(Position = 1, ParameterSetName = "CaseSensitiveGreaterOrEqualSet")]
    [Parameter(Position = 1, ParameterSetName = "LessOrEqualSet")]
    [Parameter(Position = 1, ParameterSetName = "CaseSensitiveLessOrEqualSet")]
    [Parameter(Position = 1, ParameterSetName = "LikeSet")]
    [Parameter(Position = 1, ParameterSetName = "CaseSensitiveLikeSet")]
    [Parameter(Position = 1, ParameterSetName = "NotLikeSet")]
    [Parameter(Position = 1, ParameterSetName = "CaseSensitiveNotLikeSet")]
    [Parameter(Position = 1, ParameterSetName = "MatchSet")]
    [Parameter(Position = 1, ParameterSetName = "CaseSensitiveMatchSet")]
    [Parameter(Position = 1, ParameterSetName = "NotMatchSet")]
    [Parameter(Position = 1, ParameterSetName = "CaseSensitiveNotMatchSet")]
    [Parameter(Position = 1, ParameterSetName = "ContainsSet")]
    [Parameter(Position = 1, ParameterSetName = "CaseSensitiveContainsSet")]
    [Parameter(Position = 1, ParameterSetName = "NotContainsSet")]
    [Parameter(Position = 1, ParameterSetName = "CaseSensitiveNotContainsSet")]
    [Parameter(Position = 1, ParameterSetName = "InSet")]
    [Parameter(Position = 1, ParameterSetName = "CaseSensitiveInSet")]
    [Parameter(Position = 1, ParameterSetName = "NotInSet")]
    [Parameter(Position = 1, ParameterSetName = "CaseSensitiveNotInSet")]
    [Parameter(Position = 1, ParameterSetName = "IsSet")]
    [Parameter(Position = 1, ParameterSetName = "IsNotSet")]
    public object? Value
    {
        get => compared;
        set => (compared, valueGiven) = (value, true);
    }

    /// <summary>Passes on objects whose property equals the value.</summary>
    [Parameter(ParameterSetName = "EqualSet")]
    [Alias("IEQ")]
    public SwitchParameter EQ
    {
        get => operatorWord == "eq";
        set => operatorWord = "eq";
    }

    /// <summary>Passes on objects whose property equals the value, minding case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "CaseSensitiveEqualSet")]
    public SwitchParameter CEQ
    {
        get => operatorWord == "ceq";
        set => operatorWord = "ceq";
    }

    /// <summary>Passes on objects whose property differs from the value.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NotEqualSet")]
    [Alias("INE")]
    public SwitchParameter NE
    {
        get => operatorWord == "ne";
        set => operatorWord = "ne";
    }

    /// <summary>Passes on objects whose property differs from the value, minding case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "CaseSensitiveNotEqualSet")]
    public SwitchParameter CNE
    {
        get => operatorWord == "cne";
        set => operatorWord = "cne";
    }

    /// <summary>Passes on objects whose property is greater than the value.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "GreaterThanSet")]
    [Alias("IGT")]
    public SwitchParameter GT
    {
        get => operatorWord == "gt";
        set => operatorWord = "gt";
    }

    /// <summary>Passes on objects whose property is greater than the value, minding case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "CaseSensitiveGreaterThanSet")]
    public SwitchParameter CGT
    {
        get => operatorWord == "cgt";
        set => operatorWord = "cgt";
    }

    /// <summary>Passes on objects whose property is less than the value.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LessThanSet")]
    [Alias("ILT")]
    public SwitchParameter LT
    {
        get => operatorWord == "lt";
        set => operatorWord = "lt";
    }

    /// <summary>Passes on objects whose property is less than the value, minding case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "CaseSensitiveLessThanSet")]
    public SwitchParameter CLT
    {
        get => operatorWord == "clt";
        set => operatorWord = "clt";
    }

    /// <summary>Passes on objects whose property is at least the value.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "GreaterOrEqualSet")]
    [Alias("IGE")]
    public SwitchParameter GE
    {
        get => operatorWord == "ge";
        set => operatorWord = "ge";
    }

    /// <summary>Passes on objects whose property is at least the value, minding case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "CaseSensitiveGreaterOrEqualSet")]
    public SwitchParameter CGE
    {
        get => operatorWord == "cge";
        set => operatorWord = "cge";
    }

    /// <summary>Passes on objects whose property is at most the value.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LessOrEqualSet")]
    [Alias("ILE")]
    public SwitchParameter LE
    {
        get => operatorWord == "le";
        set => operatorWord = "le";
    }

    /// <summary>Passes on objects whose property is at most the value, minding case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "CaseSensitiveLessOrEqualSet")]
    public SwitchParameter CLE
    {
        get => operatorWord == "cle";
        set => operatorWord = "cle";
    }

    /// <summary>Passes on objects whose property matches the wildcard pattern.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LikeSet")]
    [Alias("ILike")]
    public SwitchParameter Like
    {
        get => operatorWord == "like";
        set => operatorWord = "like";
    }

    /// <summary>Passes on objects whose property matches the wildcard pattern, minding case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "CaseSensitiveLikeSet")]
    public SwitchParameter CLike
    {
        get => operatorWord == "clike";
        set => operatorWord = "clike";
    }

    /// <summary>Passes on objects whose property does not match the wildcard pattern.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NotLikeSet")]
    [Alias("INotLike")]
    public SwitchParameter NotLike
    {
        get => operatorWord == "notlike";
        set => operatorWord = "notlike";
    }

    /// <summary>Passes on objects whose property does not match the wildcard pattern, minding case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "CaseSensitiveNotLikeSet")]
    public SwitchParameter CNotLike
    {
        get => operatorWord == "cnotlike";
        set => operatorWord = "cnotlike";
    }

    /// <summary>Passes on objects whose property matches the regular expression.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "MatchSet")]
    [Alias("IMatch")]
    public SwitchParameter Match
    {
        get => operatorWord == "match";
        set => operatorWord = "match";
    }

    /// <summary>Passes on objects whose property matches the regular expression, minding case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "CaseSensitiveMatchSet")]
    public SwitchParameter CMatch
    {
        get => operatorWord == "cmatch";
        set => operatorWord = "cmatch";
    }

    /// <summary>Passes on objects whose property does not match the regular expression.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NotMatchSet")]
    [Alias("INotMatch")]
    public SwitchParameter NotMatch
    {
        get => operatorWord == "notmatch";
        set => operatorWord = "notmatch";
    }

    /// <summary>Passes on objects whose property does not match the regular expression, minding case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "CaseSensitiveNotMatchSet")]
    public SwitchParameter CNotMatch
    {
        get => operatorWord == "cnotmatch";
        set => operatorWord = "cnotmatch";
    }

    /// <summary>Passes on objects whose property holds the value.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ContainsSet")]
    [Alias("IContains")]
    public SwitchParameter Contains
    {
        get => operatorWord == "contains";
        set => operatorWord = "contains";
    }

    /// <summary>Passes on objects whose property holds the value, minding case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "CaseSensitiveContainsSet")]
    public SwitchParameter CContains
    {
        get => operatorWord == "ccontains";
        set => operatorWord = "ccontains";
    }

    /// <summary>Passes on objects whose property does not hold the value.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NotContainsSet")]
    [Alias("INotContains")]
    public SwitchParameter NotContains
    {
        get => operatorWord == "notcontains";
        set => operatorWord = "notcontains";
    }

    /// <summary>Passes on objects whose property does not hold the value, minding case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "CaseSensitiveNotContainsSet")]
    public SwitchParameter CNotContains
    {
        get => operatorWord == "cnotcontains";
        set => operatorWord = "cnotcontains";
    }

    /// <summary>Passes on objects whose property is among the values.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "InSet")]
    [Alias("IIn")]
    public SwitchParameter In
    {
        get => operatorWord == "in";
        set => operatorWord = "in";
    }

    /// <summary>Passes on objects whose property is among the values, minding case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "CaseSensitiveInSet")]
    public SwitchParameter CIn
    {
        get => operatorWord == "cin";
        set => operatorWord = "cin";
    }

    /// <summary>Passes on objects whose property is not among the values.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NotInSet")]
    [Alias("INotIn")]
    public SwitchParameter NotIn
    {
        get => operatorWord == "notin";
        set => operatorWord = "notin";
    }

    /// <summary>Passes on objects whose property is not among the values, minding case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "CaseSensitiveNotInSet")]
    public SwitchParameter CNotIn
    {
        get => operatorWord == "cnotin";
        set => operatorWord = "cnotin";
    }

    /// <summary>Passes on objects whose property is of the type.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "IsSet")]
    public SwitchParameter Is
    {
        get => operatorWord == "is";
        set => operatorWord = "is";
    }

    /// <summary>Passes on objects whose property is not of the type.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "IsNotSet")]
    public SwitchParameter IsNot
    {
        get => operatorWord == "isnot";
        set => operatorWord = "isnot";
    }

    /// <summary>Passes on objects whose property is false, empty or missing.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Not")]
    public SwitchParameter Not
    {
        get => operatorWord == "not";
        set => operatorWord = "not";
    }
}
