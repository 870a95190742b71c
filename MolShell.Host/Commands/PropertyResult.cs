namespace MolShell.Host.Commands;

/// <summary>The value of a property of an object.</summary>
/// <param name="Exists">Whether there is such a property.</param>
/// <param name="Value">Its value.</param>
/// <param name="Error">What went wrong on the way.</param>
public readonly record struct PropertyResult(bool Exists, object? Value, Exception? Error);
