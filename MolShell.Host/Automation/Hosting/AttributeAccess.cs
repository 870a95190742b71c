namespace System.Management.Automation.Hosting;

/// <summary>The engine's way to run the attributes of a parameter.</summary>
public static class AttributeAccess
{
    /// <summary>Checks an argument.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="value">The argument.</param>
    /// <param name="engine">Access to the session.</param>
    public static void Validate(ValidateArgumentsAttribute attribute, object? value, EngineIntrinsics engine)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        attribute.InternalValidate(value, engine);
    }

    /// <summary>Transforms an argument, and where it is wrapped and that fails, what is in it.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="value">The argument.</param>
    /// <param name="engine">Access to the session.</param>
    /// <returns>The new argument.</returns>
    public static object? Transform(ArgumentTransformationAttribute attribute, object? value, EngineIntrinsics engine)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return attribute.Transform(engine, value);
    }
}
