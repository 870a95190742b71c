using System.Reflection;

namespace System.Management.Automation.Hosting;

/// <summary>An overload that the arguments fit, with the rank of each argument's conversion.</summary>
internal sealed class OverloadCandidate
{
    private readonly IReadOnlyList<object?> arguments;
    private readonly Type[] types;
    private readonly ConversionRank[] ranks;

    private OverloadCandidate(MethodBase method, IReadOnlyList<object?> arguments, Type[] types, ConversionRank[] ranks, bool expands)
    {
        Method = method;
        this.arguments = arguments;
        this.types = types;
        this.ranks = ranks;
        Expands = expands;
    }

    public MethodBase Method { get; }

    /// <summary>The last arguments become the array of a params parameter.</summary>
    public bool Expands { get; }

    /// <summary>The candidate, or null when the arguments do not fit.</summary>
    public static OverloadCandidate? For(MethodBase method, IReadOnlyList<object?> arguments)
    {
        ParameterInfo[] parameters = method.GetParameters();
        bool hasParams = parameters is [.., ParameterInfo last] && last.IsDefined(typeof(ParamArrayAttribute), false);
        int required = parameters.Count(p => !p.IsOptional) - (hasParams ? 1 : 0);
        if (arguments.Count < required || (!hasParams && arguments.Count > parameters.Length))
        {
            return null;
        }

        Type[] types = new Type[arguments.Count];
        ConversionRank[] ranks = new ConversionRank[arguments.Count];
        bool expands = hasParams && arguments.Count != parameters.Length;
        for (int i = 0; i < arguments.Count; i++)
        {
            Type? from = PSObject.Unwrap(arguments[i])?.GetType();
            bool isLast = hasParams && i >= parameters.Length - 1;
            types[i] = isLast && expands ? parameters[^1].ParameterType.GetElementType()! : parameters[i].ParameterType;
            ranks[i] = ConversionRanks.Of(from, types[i]);
            if (isLast && !expands && ConversionRanks.Of(from, types[i].GetElementType()!) is var element && element > ranks[i])
            {
                expands = true;
                types[i] = types[i].GetElementType()!;
                ranks[i] = element;
            }

            if (ranks[i] == ConversionRank.None)
            {
                return null;
            }
        }

        return new OverloadCandidate(method, arguments, types, ranks, expands);
    }

    /// <summary>Positive when this overload fits better, negative when the other does, 0 when neither.</summary>
    public int CompareTo(OverloadCandidate other)
    {
        int better = CompareRanks(other);
        if (better == 0)
        {
            better = CompareTypes(other);
        }

        if (better != 0)
        {
            return better;
        }

        if (!types.SequenceEqual(other.types))
        {
            return 0;
        }

        int count = Method.GetParameters().Length;
        int otherCount = other.Method.GetParameters().Length;
        return Expands && other.Expands ? (count > otherCount ? 1 : -1)
            : Expands ? -1
            : other.Expands ? 1
            : otherCount.CompareTo(count);
    }

    /// <summary>Earlier arguments weigh more.</summary>
    private int CompareRanks(OverloadCandidate other)
    {
        int better = 0;
        for (int i = 0; i < ranks.Length; i++)
        {
            int order = Math.Sign(ranks[i] - other.ranks[i]);
            if (order == 0 && ranks[i] == ConversionRank.UnrelatedArrays)
            {
                Type? element = ConversionRanks.ElementType(arguments[i]);
                ConversionRank mine = ConversionRanks.Of(element, types[i].GetElementType()!);
                order = Math.Sign(mine - ConversionRanks.Of(element, other.types[i].GetElementType()!));
            }

            better += order * (ranks.Length - i);
        }

        return better;
    }

    /// <summary>
    /// Where the conversions rank the same, the most specific parameter is best if they lose nothing, the most general one if they
    /// may.
    /// </summary>
    private int CompareTypes(OverloadCandidate other)
    {
        int better = 0;
        int weight = ranks.Length;
        for (int i = 0; i < ranks.Length; i++, weight = Math.Abs(weight) - 1)
        {
            bool lossless = ranks[i] >= ConversionRank.NumericImplicit;
            if (ranks[i] < ConversionRank.NullToValue || other.ranks[i] < ConversionRank.NullToValue
                || lossless != other.ranks[i] >= ConversionRank.NumericImplicit)
            {
                continue;
            }

            int order = Math.Sign(ConversionRanks.Of(other.types[i], types[i]) - ConversionRanks.Of(types[i], other.types[i]));
            better += order * (lossless ? -weight : weight);
        }

        return better;
    }
}
