namespace System.Management.Automation;

/// <summary>What a cmdlet writes to, with the information stream.</summary>
public interface ICommandRuntime2 : ICommandRuntime
{
    /// <summary>Writes a message of the information stream.</summary>
    /// <param name="informationRecord">Message.</param>
    void WriteInformation(InformationRecord informationRecord);

    /// <summary>Asks a second time, with answers for all.</summary>
    /// <param name="query">Question.</param>
    /// <param name="caption">Caption.</param>
    /// <param name="hasSecurityImpact">Whether no is the default.</param>
    /// <param name="yesToAll">Yes to all.</param>
    /// <param name="noToAll">No to all.</param>
    /// <returns>Whether to go on.</returns>
    bool ShouldContinue(string? query, string? caption, bool hasSecurityImpact, ref bool yesToAll, ref bool noToAll);
}
