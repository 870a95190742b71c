using System.Globalization;
using System.Management.Automation;

namespace MolShell.Host.Language.Operators;

/// <summary>The range operator: whole numbers or characters, up or down.</summary>
internal static class Ranges
{
    public static object?[] Create(object? wrappedFirst, object? wrappedLast)
    {
        object? first = PSObject.Unwrap(wrappedFirst);
        object? last = PSObject.Unwrap(wrappedLast);
        if (Character(first) is { } from && Character(last) is { } to)
        {
            return [.. Count(from, to).Select(c => (object)(char)c)];
        }

        return [.. Count(ToInt(first), ToInt(last)).Select(i => (object)i)];
    }

    private static IEnumerable<int> Count(int first, int last)
    {
        int count = Math.Abs(checked(last - first)) + 1;
        int step = first <= last ? 1 : -1;
        for (int i = 0; i < count; i++)
        {
            yield return first + (i * step);
        }
    }

    private static char? Character(object? value) => value switch
    {
        char c => c,
        string { Length: 1 } text when !char.IsDigit(text[0]) => text[0],
        _ => null,
    };

    private static int ToInt(object? value)
    {
        try
        {
            return Convert.ToInt32(value, CultureInfo.CurrentCulture);
        }
        catch (Exception e) when (e is FormatException or OverflowException or InvalidCastException)
        {
            throw new RuntimeException(ErrorCategory.NotSpecified, e.GetType().FullName!, null, e.Message, e);
        }
    }
}
