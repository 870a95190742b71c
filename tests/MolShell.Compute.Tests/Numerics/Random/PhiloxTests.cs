using MolShell.Compute.Numerics.Random;
using Xunit;

namespace MolShell.Compute.Tests.Numerics.Random;

public sealed class PhiloxTests
{
    // Known answers of the Random123 distribution, philox4x32-10.
    [Theory]
    [InlineData(0ul, 0ul, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(~0ul, ~0ul, ~0u, ~0u, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x299f31d0a4093822ul, 0x85a308d3243f6a88ul, 0x13198a2eu, 0x03707344u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Gives_the_published_blocks(ulong key, ulong counter, uint c2, uint c3, uint r0, uint r1, uint r2, uint r3)
    {
        Assert.Equal(new Philox.Block(r0, r1, r2, r3), Philox.Generate(key, counter, c2, c3));
    }

    [Fact]
    public void Keys_of_streams_and_indices_all_differ()
    {
        RandomKey seed = new(1);
        HashSet<RandomKey> keys = [seed];
        foreach (RandomStream stream in Enum.GetValues<RandomStream>())
        {
            Assert.True(keys.Add(seed.Derive(stream)));
        }

        for (ulong index = 0; index < 1000; index++)
        {
            Assert.True(keys.Add(seed.Derive(index)));
        }
    }
}
