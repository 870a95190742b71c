using System.Globalization;

namespace System.Management.Automation.Hosting;

/// <summary>Enumeration members from text and numbers.</summary>
internal static class EnumText
{
    /// <summary>Reads a member, several with commas, or the unambiguous start of one, without case.</summary>
    public static object Parse(string text, Type type)
    {
        if (!Enum.TryParse(type, text, out object? member) && !Enum.TryParse(type, text, ignoreCase: true, out member))
        {
            member = Enum.Parse(type, CompleteName(text, type));
        }

        return IsDefined(member!, type) ? member! : throw Undefined("EnumParseUndefined", text, type);
    }

    /// <summary>Turns a number into a member.</summary>
    public static object FromNumber(object number, Type type)
    {
        object member = Enum.ToObject(type, number);
        return IsDefined(member, type)
            ? member
            : throw Undefined("UndefinedIntegerToEnum", Convert.ToString(number, CultureInfo.InvariantCulture)!, type);
    }

    private static string CompleteName(string text, Type type)
    {
        string[] names = Enum.GetNames(type);
        string[] matches = text.Length == 0 && names.Length > 1
            ? names
            : Array.FindAll(names, n => n.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        string reason;
        switch (matches.Length)
        {
            case 1:
                return matches[0];
            case 0:
                reason = $"Unable to match the identifier name {text} to a valid enumerator name. Specify one of the following "
                    + $"enumerator names and try again:\n{string.Join(", ", names)}";
                break;
            default:
                reason = $"The identifier name {text} cannot be processed because it is either too similar or identical to the "
                    + $"following enumerator names: {string.Join(", ", matches)}. Use a more specific identifier name.";
                break;
        }

        throw new PSInvalidCastException(
            "SubstringDisambiguationEnumParseThrewAnException",
            $"Cannot convert value \"{text}\" to type \"{type}\". Error: \"{reason}\"",
            null);
    }

    private static PSInvalidCastException Undefined(string id, string value, Type type) => new(
        id,
        $"Cannot convert value \"{value}\" to type \"{type}\" due to enumeration values that are not valid. Specify one of the "
        + $"following enumeration values and try again. The possible enumeration values are \"{string.Join(",", Enum.GetNames(type))}\".",
        null);

    private static bool IsDefined(object member, Type type)
    {
        if (Enum.GetValues(type).Cast<object>().Any(v => Convert.ToDecimal(v, CultureInfo.InvariantCulture) < 0))
        {
            return true;
        }

        if (!type.IsDefined(typeof(FlagsAttribute), false))
        {
            return Enum.IsDefined(type, member);
        }

        ulong all = Enum.GetValues(type).Cast<object>().Aggregate(0UL, (sum, v) => sum | Bits(v));
        return (Bits(member) & ~all) == 0;
    }

    private static ulong Bits(object member) =>
        Type.GetTypeCode(member.GetType()) is TypeCode.UInt64
            ? Convert.ToUInt64(member, CultureInfo.InvariantCulture)
            : unchecked((ulong)Convert.ToInt64(member, CultureInfo.InvariantCulture));
}
