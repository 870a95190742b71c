using System.Globalization;

namespace System.Management.Automation;

/// <summary>Asks that a script block says yes to a value.</summary>
/// <param name="scriptBlock">The block; $_ is the value.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateScriptAttribute(ScriptBlock scriptBlock) : ValidateEnumeratedArgumentsAttribute
{
    /// <summary>The block.</summary>
    public ScriptBlock ScriptBlock { get; } = scriptBlock;

    /// <summary>Message in place of the usual one; {0} the value, {1} the block.</summary>
    public string? ErrorMessage { get; set; }

    /// <inheritdoc/>
    protected override void ValidateElement(object? element)
    {
        if (!LanguagePrimitives.IsTrue(ScriptBlock.Evaluate(Hosting.ScriptCall.ForItemInNewScope(element))))
        {
            string format = string.IsNullOrEmpty(ErrorMessage)
                ? "The \"{1}\" validation script for the argument with value \"{0}\" did not return a result of True. Determine why the "
                    + "validation script failed, and then try the command again."
                : ErrorMessage;
            throw new ValidationMetadataException(string.Format(CultureInfo.InvariantCulture, format, element, ScriptBlock));
        }
    }
}
