namespace System.Management.Automation;

/// <summary>An exception that carries its own error record.</summary>
public interface IContainsErrorRecord
{
    /// <summary>The record.</summary>
    ErrorRecord ErrorRecord { get; }
}
