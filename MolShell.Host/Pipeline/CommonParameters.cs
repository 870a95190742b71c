using System.Management.Automation;

namespace MolShell.Host.Pipeline;

/// <summary>Parameters that every command has.</summary>
internal sealed class CommonParameters
{
    /// <summary>Shows verbose messages.</summary>
    [Parameter]
    [Alias("vb")]
    public SwitchParameter Verbose { get; set; }

    /// <summary>Shows debug messages.</summary>
    [Parameter]
    [Alias("db")]
    public SwitchParameter Debug { get; set; }

    /// <summary>What to do with errors.</summary>
    [Parameter]
    [Alias("ea")]
    public ActionPreference ErrorAction { get; set; } = ActionPreference.Continue;

    /// <summary>What to do with warnings.</summary>
    [Parameter]
    [Alias("wa")]
    public ActionPreference WarningAction { get; set; } = ActionPreference.Continue;

    /// <summary>What to do with messages of the information stream.</summary>
    [Parameter]
    [Alias("infa")]
    public ActionPreference InformationAction { get; set; } = ActionPreference.SilentlyContinue;

    /// <summary>What to do with progress.</summary>
    [Parameter]
    [Alias("proga")]
    public ActionPreference ProgressAction { get; set; } = ActionPreference.Continue;

    /// <summary>Variable that takes the errors; a + before it adds to it.</summary>
    [Parameter]
    [Alias("ev")]
    [ValidatePattern(VariableNamePattern)]
    public string? ErrorVariable { get; set; }

    /// <summary>Variable that takes the warnings.</summary>
    [Parameter]
    [Alias("wv")]
    [ValidatePattern(VariableNamePattern)]
    public string? WarningVariable { get; set; }

    /// <summary>Variable that takes the messages of the information stream.</summary>
    [Parameter]
    [Alias("iv")]
    [ValidatePattern(VariableNamePattern)]
    public string? InformationVariable { get; set; }

    /// <summary>Variable that takes the output too.</summary>
    [Parameter]
    [Alias("ov")]
    [ValidatePattern(VariableNamePattern)]
    public string? OutVariable { get; set; }

    /// <summary>Number of objects gathered before they go on.</summary>
    [Parameter]
    [Alias("ob")]
    [ValidateRange(0, int.MaxValue)]
    public int OutBuffer { get; set; }

    /// <summary>Variable that holds the object under way for the commands that follow.</summary>
    [Parameter]
    [Alias("pv")]
    [ValidatePattern(VariableNamePattern)]
    public string? PipelineVariable { get; set; }

    private const string VariableNamePattern = @"^\+?[\p{L}\p{N}_:]+$";
}
