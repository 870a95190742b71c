using MolShell.Host.Language.Ast;

namespace MolShell.Host.Language.Checking;

/// <summary>The variables that PowerShell sets by itself and that molshell has not, or does not heed.</summary>
internal static class AutomaticVariables
{
    private static readonly HashSet<string> Missing = new(StringComparer.OrdinalIgnoreCase)
    {
        "$", "^", "ConsoleFileName", "EnabledExperimentalFeatures", "Event", "EventArgs", "EventSubscriber", "ExecutionContext", "foreach",
        "Host",
        "input", "LASTEXITCODE", "MyInvocation", "NestedPromptLevel", "PROFILE", "PSCmdlet", "PSDebugContext", "PSHOME", "PSSenderInfo",
        "PSStyle",
        "PSUICulture", "PSCulture", "PSVersionTable", "PSEdition", "Sender", "ShellId", "StackTrace", "switch", "this",
    };

    /// <summary>Settings of PowerShell that change what commands or operators do.</summary>
    private static readonly HashSet<string> Unheeded = new(StringComparer.OrdinalIgnoreCase)
    {
        "OFS", "OutputEncoding", "PSModuleAutoLoadingPreference", "PSNativeCommandUseErrorActionPreference",
        "PSNativeCommandArgumentPassing",
        "PSDefaultParameterValues", "MaximumHistoryCount", "PSSessionOption", "PSSessionConfigurationName", "PSSessionApplicationName",
        "LogEngineLifecycleEvent",
        "PSEmailServer", "PSLogUserData",
    };

    public static bool IsMissing(VariablePath path) => path.Scope != VariableScope.Environment && Missing.Contains(path.Name);

    public static bool IsSetByHost(VariablePath path) => Missing.Contains(path.Name) || Unheeded.Contains(path.Name) || path.Name == "?";
}
