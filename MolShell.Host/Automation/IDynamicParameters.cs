namespace System.Management.Automation;

/// <summary>A cmdlet whose parameters depend on its arguments; molshell has no such cmdlet and refuses it.</summary>
public interface IDynamicParameters
{
    /// <summary>Gives an object with the further parameters.</summary>
    /// <returns>The object.</returns>
    object? GetDynamicParameters();
}
