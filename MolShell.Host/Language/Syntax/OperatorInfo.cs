namespace MolShell.Host.Language.Syntax;

/// <summary>What an operator does, whatever its spelling: -eq, -ieq and -ceq are one.</summary>
internal enum OperatorKind
{
    And, Or, Xor,
    BitAnd, BitOr, BitXor,
    Equal, NotEqual, GreaterOrEqual, Greater, LessOrEqual, Less,
    Like, NotLike, Match, NotMatch, Replace, Contains, NotContains, In, NotIn,
    Split, Join, Is, IsNot, As, ShiftLeft, ShiftRight,
    Coalesce,
    Add, Subtract,
    Multiply, Divide, Remainder,
    Format,
    Range,
    Not, BitNot,
}

/// <summary>An operator as written.</summary>
/// <param name="Text">Its spelling, for messages.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Precedence">How tightly it binds between two operands; 0 when it never stands there.</param>
/// <param name="IsUnary">It may stand before a single operand.</param>
/// <param name="CaseSensitive">Letters of different case differ.</param>
internal sealed record OperatorInfo(string Text, OperatorKind Kind, int Precedence, bool IsUnary = false, bool CaseSensitive = false)
{
    private static readonly Dictionary<string, OperatorInfo> Words = BuildWords();

    private static readonly Dictionary<char, OperatorInfo> Symbols = new()
    {
        ['+'] = new("+", OperatorKind.Add, 6, IsUnary: true),
        ['-'] = new("-", OperatorKind.Subtract, 6, IsUnary: true),
        ['*'] = new("*", OperatorKind.Multiply, 7),
        ['/'] = new("/", OperatorKind.Divide, 7),
        ['%'] = new("%", OperatorKind.Remainder, 7),
        ['!'] = new("!", OperatorKind.Not, 0, IsUnary: true),
    };

    public static OperatorInfo Range { get; } = new("..", OperatorKind.Range, 9);

    public static OperatorInfo Coalesce { get; } = new("??", OperatorKind.Coalesce, 4);

    /// <summary>The operator of one character.</summary>
    public static OperatorInfo Symbol(char c) => Symbols[c];

    /// <summary>The operator written as a dash and this word, or null.</summary>
    public static OperatorInfo? Word(string word) => Words.GetValueOrDefault(word);

    private static Dictionary<string, OperatorInfo> BuildWords()
    {
        Dictionary<string, OperatorInfo> words = new(StringComparer.OrdinalIgnoreCase);

        void Add(string word, OperatorKind kind, int precedence, bool unary = false, bool caseSensitive = false) =>
            words.Add(word, new OperatorInfo("-" + word, kind, precedence, unary, caseSensitive));

        void AddComparison(string word, OperatorKind kind, bool unary = false)
        {
            Add(word, kind, 3, unary);
            Add("i" + word, kind, 3, unary);
            Add("c" + word, kind, 3, unary, caseSensitive: true);
        }

        Add("and", OperatorKind.And, 1);
        Add("or", OperatorKind.Or, 1);
        Add("xor", OperatorKind.Xor, 1);
        Add("band", OperatorKind.BitAnd, 2);
        Add("bor", OperatorKind.BitOr, 2);
        Add("bxor", OperatorKind.BitXor, 2);
        AddComparison("eq", OperatorKind.Equal);
        AddComparison("ne", OperatorKind.NotEqual);
        AddComparison("ge", OperatorKind.GreaterOrEqual);
        AddComparison("gt", OperatorKind.Greater);
        AddComparison("le", OperatorKind.LessOrEqual);
        AddComparison("lt", OperatorKind.Less);
        AddComparison("like", OperatorKind.Like);
        AddComparison("notlike", OperatorKind.NotLike);
        AddComparison("match", OperatorKind.Match);
        AddComparison("notmatch", OperatorKind.NotMatch);
        AddComparison("replace", OperatorKind.Replace);
        AddComparison("contains", OperatorKind.Contains);
        AddComparison("notcontains", OperatorKind.NotContains);
        AddComparison("in", OperatorKind.In);
        AddComparison("notin", OperatorKind.NotIn);
        AddComparison("split", OperatorKind.Split, unary: true);
        Add("join", OperatorKind.Join, 3, unary: true);
        Add("is", OperatorKind.Is, 3);
        Add("isnot", OperatorKind.IsNot, 3);
        Add("as", OperatorKind.As, 3);
        Add("shl", OperatorKind.ShiftLeft, 3);
        Add("shr", OperatorKind.ShiftRight, 3);
        Add("f", OperatorKind.Format, 8);
        Add("not", OperatorKind.Not, 0, unary: true);
        Add("bnot", OperatorKind.BitNot, 0, unary: true);
        return words;
    }
}
