using SQLitePCL;

namespace MolShell.Compute.Paths.Storage;

/// <summary>A value of a parameter: a whole number, a number, bytes, or NULL, which is what a null of any of them is.</summary>
internal readonly struct StatementValue
{
    private readonly long? whole;
    private readonly double? number;
    private readonly byte[]? bytes;

    private StatementValue(long? whole, double? number, byte[]? bytes) => (this.whole, this.number, this.bytes) = (whole, number, bytes);

    public static implicit operator StatementValue(long? value) => new(value, null, null);

    public static implicit operator StatementValue(long value) => new(value, null, null);

    public static implicit operator StatementValue(double? value) => new(null, value, null);

    public static implicit operator StatementValue(byte[]? value) => new(null, null, value);

    /// <summary>Binds the value to a parameter, from 1; the result code of SQLite.</summary>
    public int Bind(sqlite3_stmt statement, int parameter) =>
        whole is { } w ? raw.sqlite3_bind_int64(statement, parameter, w)
        : number is { } n ? raw.sqlite3_bind_double(statement, parameter, n)
        : bytes is not null ? raw.sqlite3_bind_blob(statement, parameter, bytes)
        : raw.sqlite3_bind_null(statement, parameter);
}
