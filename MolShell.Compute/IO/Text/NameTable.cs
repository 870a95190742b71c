using System.Collections.Immutable;
using System.Text;

namespace MolShell.Compute.IO.Text;

/// <summary>Numbers names in the order in which they are met; no string is made for one that is known.</summary>
internal sealed class NameTable
{
    private const int LongestName = 256;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> names = [];

    public NameTable() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public ImmutableArray<string> Names => [.. names];

    public int Count => names.Count;

    public string this[int number] => names[number];

    /// <summary>The number of a name; of a very long one, that of its begin.</summary>
    public int NumberOf(ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[LongestName];
        name = name[..Math.Min(name.Length, LongestName)];
        return NumberOf(text[..Encoding.Latin1.GetChars(name, text)], name);
    }

    /// <summary>The number of a name.</summary>
    public int NumberOf(string name) => NumberOf(name, []);

    private int NumberOf(ReadOnlySpan<char> text, ReadOnlySpan<byte> name)
    {
        if (lookup.TryGetValue(text, out int number))
        {
            return number;
        }

        numbers[text.ToString()] = names.Count;
        names.Add(name.IsEmpty ? text.ToString() : Encoding.UTF8.GetString(name));
        return names.Count - 1;
    }
}
