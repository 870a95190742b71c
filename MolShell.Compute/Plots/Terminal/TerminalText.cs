using System.Text;

namespace MolShell.Compute.Plots.Terminal;

/// <summary>Titles and labels made safe for a terminal: one line, no control characters, one column a character.</summary>
internal static class TerminalText
{
    /// <summary>
    /// The text without control and format characters, which could otherwise move the cursor or run escape sequences; with
    /// <paramref name="ascii"/> also with scientific signs spelled out.
    /// </summary>
    public static string Clean(string text, bool ascii)
    {
        StringBuilder clean = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
            {
                clean.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format
                or System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                continue;
            }
            else if (!ascii && rune.IsBmp)
            {
                clean.Append((char)rune.Value);
            }
            else
            {
                clean.Append(rune.IsAscii ? rune.ToString() : Spelled(rune));
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>The text, cut with an ellipsis where it is longer than <paramref name="width"/>.</summary>
    public static string Fit(string text, int width, bool ascii)
    {
        if (text.Length <= width)
        {
            return text;
        }

        string mark = ascii ? ".." : "…";
        return width <= mark.Length ? text[..Math.Max(0, width)] : text[..(width - mark.Length)] + mark;
    }

    private static string Spelled(Rune rune) => rune.ToString() switch
    {
        "Å" => "A",
        "°" => "deg",
        "µ" or "μ" => "u",
        "α" => "alpha",
        "β" => "beta",
        "γ" => "gamma",
        "ε" => "eps",
        "λ" => "lambda",
        "ρ" => "rho",
        "σ" => "sigma",
        "τ" => "tau",
        "φ" or "ϕ" => "phi",
        "ψ" => "psi",
        "Δ" => "Delta",
        "²" => "^2",
        "³" => "^3",
        "⁻" => "^-",
        "¹" => "1",
        "·" or "⋅" => ".",
        "×" => "x",
        "−" or "–" => "-",
        "±" => "+-",
        "→" => "->",
        "…" => "..",
        _ => "?",
    };
}
