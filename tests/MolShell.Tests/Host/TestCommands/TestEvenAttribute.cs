#nullable enable
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Asks for even numbers.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TestEvenAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is int number && number % 2 != 0)
        {
            throw new ValidationMetadataException($"{number} is odd.");
        }
    }
}
