namespace System.Management.Automation;

/// <summary>Runs when a module is imported.</summary>
public interface IModuleAssemblyInitializer
{
    /// <summary>Called once, at import.</summary>
    void OnImport();
}
