using System.Management.Automation;
using System.Management.Automation.Hosting;

namespace MolShell.Host.Formatting;

/// <summary>What formatting asks about the type of an object.</summary>
internal static class TypeNamesOf
{
    private static readonly HashSet<string> Scalars = new(StringComparer.OrdinalIgnoreCase)
    {
        "System.String", "System.SByte", "System.Byte", "System.Int16", "System.UInt16", "System.Int32", "System.UInt32", "System.Int64",
        "System.UInt64", "System.Char", "System.Single", "System.Double", "System.Boolean", "System.Decimal", "System.IntPtr",
        "System.Numerics.BigInteger",
    };

    /// <summary>The names of its types, the nearest first.</summary>
    public static IReadOnlyList<string> All(object value) =>
        value is PSObject wrapper ? wrapper.TypeNames : [.. TypeMembers.NamesOf(value)];

    /// <summary>It is shown as its text, not by properties.</summary>
    public static bool StandsAsText(object value) =>
        IsScalar(value) || PSObject.Unwrap(value) is ScriptBlock || PropertyReader.Names(value).Count == 0;

    /// <summary>A number, text, truth value, character or member of an enumeration.</summary>
    public static bool IsScalar(object? value) => PSObject.Unwrap(value) switch
    {
        null => false,
        Enum => true,
        { } plain => Scalars.Contains(plain.GetType().FullName ?? ""),
    };
}
