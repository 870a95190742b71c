namespace System.Management.Automation.Hosting;

/// <summary>How good a conversion of an argument is; of two overloads the one with the higher ranks is called.</summary>
internal enum ConversionRank
{
    None = 0,
    UnrelatedArrays = 0x0f,
    ToText = 0x1f,
    Custom = 0x2f,
    Convertible = 0x3f,
    ImplicitCast = 0x4f,
    ExplicitCast = 0x5f,
    Constructor = 0x6f,
    Parse = 0x7f,
    Wrapping = 0x8f,
    Language = 0x9f,
    NullToValue = 0xaf,
    NullToReference = 0xbf,
    NumericExplicit = 0xcf,
    NumericExplicitBetter = 0xdf,
    NumericText = 0xef,
    NumericImplicit = 0xff,
    Assignable = 0x10f,
    TextToCharacters = 0x11a,
    Identity = 0x11f,
}
