namespace MolShell.Compute.Numerics.Random;

/// <summary>
/// The 64-bit key of an independent random sequence. Keys form a tree: a seed gives a key for each named stream, and a key
/// gives a child for each index (replica, trial, block), so a draw depends on what it is for and never on which thread or
/// restart makes it.
/// </summary>
public readonly record struct RandomKey(ulong Value)
{
    /// <summary>The key of a named stream of a user's seed.</summary>
    public static RandomKey FromSeed(ulong seed, RandomStream stream) => new RandomKey(seed).Derive(stream);

    /// <summary>The child key for a named use.</summary>
    public RandomKey Derive(RandomStream stream) => Child((ulong)stream, 0x53545245u);

    /// <summary>The child key for an index.</summary>
    public RandomKey Derive(ulong index) => Child(index, 0x494e4458u);

    private RandomKey Child(ulong index, uint domain)
    {
        Philox.Block block = Philox.Generate(Value, index, domain, 0x4b455953u);
        return new RandomKey(((ulong)block.R1 << 32) | block.R0);
    }
}
