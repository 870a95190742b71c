namespace MolShell.Host.Help;

/// <summary>How much of the help of a command is shown.</summary>
internal enum HelpDetail
{
    /// <summary>Synopsis, syntax and description.</summary>
    Brief,

    /// <summary>Synopsis and examples.</summary>
    Examples,

    /// <summary>With parameters and examples.</summary>
    Detailed,

    /// <summary>With all there is about the parameters, inputs, outputs and notes.</summary>
    Full,
}
