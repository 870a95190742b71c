namespace MolShell.Host.Commands;

/// <summary>An object with the values it is sorted or grouped by.</summary>
/// <param name="Object">The object.</param>
/// <param name="Values">The values.</param>
/// <param name="Index">Place among the input objects.</param>
internal sealed record OrderedEntry(object Object, PropertyResult[] Values, int Index);
