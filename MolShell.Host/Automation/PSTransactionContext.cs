namespace System.Management.Automation;

/// <summary>Transactions ended with Windows PowerShell; kept for the signature.</summary>
public sealed class PSTransactionContext : IDisposable
{
    internal PSTransactionContext()
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
