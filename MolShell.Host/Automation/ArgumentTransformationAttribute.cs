using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Turns an argument into something else before it is converted to the parameter's type.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public abstract class ArgumentTransformationAttribute : CmdletMetadataAttribute
{
    /// <summary>Whether it also runs for the null default of an optional parameter.</summary>
    public virtual bool TransformNullOptionalParameters => true;

    /// <summary>Transforms one argument.</summary>
    /// <param name="engineIntrinsics">Access to the session.</param>
    /// <param name="inputData">The argument.</param>
    /// <returns>What to bind in its place.</returns>
    /// <exception cref="ArgumentTransformationMetadataException">The argument can't be transformed.</exception>
    public abstract object? Transform(EngineIntrinsics engineIntrinsics, object? inputData);
}
