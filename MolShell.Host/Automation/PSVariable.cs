using System.Collections.ObjectModel;

namespace System.Management.Automation;

/// <summary>A variable.</summary>
public class PSVariable
{
    private object? current;

    /// <summary>A variable without a value.</summary>
    /// <param name="name">Name.</param>
    public PSVariable(string name)
        : this(name, null)
    {
    }

    /// <summary>A variable with a value.</summary>
    /// <param name="name">Name.</param>
    /// <param name="value">Value.</param>
    public PSVariable(string name, object? value)
        : this(name, value, ScopedItemOptions.None)
    {
    }

    /// <summary>A variable with options.</summary>
    /// <param name="name">Name.</param>
    /// <param name="value">Value.</param>
    /// <param name="options">Options.</param>
    public PSVariable(string name, object? value, ScopedItemOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        current = value;
        Options = options;
    }

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <summary>What it is for.</summary>
    public string Description { get; set; } = string.Empty;

    /// <summary>Options.</summary>
    public ScopedItemOptions Options { get; set; }

    /// <summary>Transformations and validations that each new value passes.</summary>
    public Collection<Attribute> Attributes { get; } = [];

    /// <summary>Value.</summary>
    /// <exception cref="SessionStateUnauthorizedAccessException">The variable is read-only or constant.</exception>
    /// <exception cref="ValidationMetadataException">A validation attribute refuses the value.</exception>
    public virtual object? Value
    {
        get => current;
        set
        {
            if ((Options & (ScopedItemOptions.ReadOnly | ScopedItemOptions.Constant)) != 0)
            {
                throw new SessionStateUnauthorizedAccessException(
                    $"Cannot overwrite variable {Name} because it is read-only or constant.");
            }

            object? next = value;
            foreach (ArgumentTransformationAttribute transformation in Attributes.OfType<ArgumentTransformationAttribute>())
            {
                next = transformation.Transform(EngineIntrinsics.Empty, next);
            }

            if (!IsValidValue(next))
            {
                throw new ValidationMetadataException(
                    $"The variable cannot be validated because the value {next} is not a valid value for the {Name} variable.");
            }

            current = next;
        }
    }

    /// <summary>Whether a value passes the validations.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether it does.</returns>
    public virtual bool IsValidValue(object? value)
    {
        foreach (ValidateArgumentsAttribute validation in Attributes.OfType<ValidateArgumentsAttribute>())
        {
            try
            {
                validation.InternalValidate(value, EngineIntrinsics.Empty);
            }
            catch (ValidationMetadataException)
            {
                return false;
            }
        }

        return true;
    }
}
