namespace System.Management.Automation;

/// <summary>What a completion is.</summary>
public enum CompletionResultType
{
    /// <summary>Text.</summary>
    Text = 0,

    /// <summary>From history.</summary>
    History = 1,

    /// <summary>A command.</summary>
    Command = 2,

    /// <summary>A file.</summary>
    ProviderItem = 3,

    /// <summary>A folder.</summary>
    ProviderContainer = 4,

    /// <summary>A property.</summary>
    Property = 5,

    /// <summary>A method.</summary>
    Method = 6,

    /// <summary>A parameter.</summary>
    ParameterName = 7,

    /// <summary>A value of a parameter.</summary>
    ParameterValue = 8,

    /// <summary>A variable.</summary>
    Variable = 9,

    /// <summary>A namespace.</summary>
    Namespace = 10,

    /// <summary>A type.</summary>
    Type = 11,

    /// <summary>A keyword.</summary>
    Keyword = 12,

    /// <summary>A dynamic keyword.</summary>
    DynamicKeyword = 13,
}
