using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Base of attributes that check an argument.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public abstract class ValidateArgumentsAttribute : CmdletMetadataAttribute
{
    internal void InternalValidate(object? arguments, EngineIntrinsics engineIntrinsics) => Validate(arguments, engineIntrinsics);

    /// <summary>Checks an argument.</summary>
    /// <param name="arguments">The argument, converted to the parameter's type.</param>
    /// <param name="engineIntrinsics">Access to the session.</param>
    /// <exception cref="ValidationMetadataException">The argument is not allowed.</exception>
    protected abstract void Validate(object? arguments, EngineIntrinsics engineIntrinsics);
}
