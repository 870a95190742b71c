namespace System.Management.Automation;

/// <summary>Base of the checks for null.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public abstract class NullValidationAttributeBase : ValidateArgumentsAttribute
{
    internal NullValidationAttributeBase()
    {
    }
}
