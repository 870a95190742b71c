#nullable enable
using System.Globalization;
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Turns texts such as 5 km into numbers [m].</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TestUnitAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? plain = inputData is PSObject wrapper ? wrapper.BaseObject : inputData;
        if (plain is not string text)
        {
            return inputData;
        }

        return text.EndsWith(" km", StringComparison.Ordinal)
            ? double.Parse(text[..^3], CultureInfo.InvariantCulture) * 1000
            : throw new ArgumentTransformationMetadataException($"'{text}' is not a distance.");
    }
}
