using System.Globalization;

namespace MolShell.Compute.IO.Text;

/// <summary>Numbers of text files.</summary>
public static class DecimalNumber
{
    private const long LargestExact = 1L << 53;

    // Powers of ten that a double holds exactly.
    private static ReadOnlySpan<double> Powers =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>
    /// The double that is nearest to a decimal number. A mantissa below 2^53 and a power of ten up to 22 are exact doubles, so that one
    /// division rounds once and correctly (W. D. Clinger, doi:10.1145/93542.93557); the rest is for the runtime.
    /// </summary>
    /// <returns>False where the text is no finite number.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        long mantissa = 0;
        int decimals = 0;
        int digits = 0;
        bool point = false;
        int at = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        for (; at < text.Length; at++)
        {
            int digit = text[at] - '0';
            if ((uint)digit <= 9 && digits < 18)
            {
                mantissa = (10 * mantissa) + digit;
                digits++;
                decimals += point ? 1 : 0;
            }
            else if (text[at] == '.' && !point)
            {
                point = true;
            }
            else
            {
                break;
            }
        }

        if (at == text.Length && digits > 0 && mantissa <= LargestExact)
        {
            value = mantissa / Powers[decimals];
            value = text[0] == '-' ? -value : value;
            return true;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }
}
