using MolShell.Compute.Systems;

namespace MolShell.Compute.IO;

/// <summary>Elements of atoms that force fields name by their role, such as OW, HB2 or CA.</summary>
internal static class AtomNames
{
    /// <summary>
    /// The symbol of an element: that of both letters where the residue has the same name (an ion) or the first letter is no element, else that of
    /// the first letter; the name itself where there is none.
    /// </summary>
    public static string ElementOf(string atom, string residue)
    {
        string letters = string.Concat(atom.Where(char.IsAsciiLetter));
        string own = string.Concat(residue.Where(char.IsAsciiLetter));
        if (letters.Length == 0)
        {
            return atom;
        }

        string? both = letters.Length > 1 ? Symbol(letters[..2]) : null;
        bool isWhole = letters.Length == 2 && (own.Equals(letters, StringComparison.OrdinalIgnoreCase) || char.IsLower(letters[1]));
        return (isWhole ? both : null) ?? Symbol(letters[..1]) ?? both ?? atom;
    }

    private static string? Symbol(string text) => Elements.AtomicNumber(text) is { } number ? Elements.Symbols[number - 1] : null;
}
