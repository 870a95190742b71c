namespace System.Management.Automation;

/// <summary>Runs when a module is removed.</summary>
public interface IModuleAssemblyCleanup
{
    /// <summary>Called once, at removal; molshell never removes a module.</summary>
    /// <param name="psModuleInfo">The module.</param>
    void OnRemove(PSModuleInfo psModuleInfo);
}
