using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace Benchmarks.Forces;

/// <summary>
/// A dense melt of chains of 100 beads at density 0.85: in each block of 8^3 sites of a cubic lattice, a random Hamiltonian path over
/// the block's 512 sites is cut into five chains. The path is made random by backbite moves: an end bites a neighbour on the
/// lattice, and the part between is turned round. No two beads are closer than the lattice spacing, 1.047 sigma, so nothing has
/// to be pushed apart; beyond a block the chains are not those of an equilibrated melt.
/// </summary>
internal static class MeltStart
{
    public const int ChainLength = 100;

    private const int Side = 8, ChainsPerBlock = 5, Stride = 102, MovesPerSite = 50;

    private const double Density = 0.85;

    /// <param name="blocks">Blocks along each edge; 4 makes 320 chains, the size of LAMMPS' bench chain.</param>
    public static Frame Create(int blocks)
    {
        int beads = blocks * blocks * blocks * ChainsPerBlock * ChainLength;
        double edge = Math.Cbrt(beads / Density);
        double spacing = edge / (blocks * Side);
        List<Vec3> positions = new(beads);
        RandomSource random = new(RandomKey.FromSeed(87287, RandomStream.Placement));
        for (int block = 0; block < blocks * blocks * blocks; block++)
        {
            (int X, int Y, int Z) corner = (Side * (block % blocks), Side * (block / blocks % blocks), Side * (block / blocks / blocks));
            int[] path = RandomPath(random);
            for (int bead = 0; bead < ChainsPerBlock * ChainLength; bead++)
            {
                (int x, int y, int z) = Site(path[(bead / ChainLength * Stride) + (bead % ChainLength)]);
                positions.Add(new Vec3(corner.X + x + 0.5, corner.Y + y + 0.5, corner.Z + z + 0.5) * spacing);
            }
        }

        return new Frame
        {
            Topology = Topology.Uniform(beads, 1, "Bead"),
            Box = Box.Cubic(edge),
            Units = UnitSystem.Reduced,
            Positions = [.. positions],
        };
    }

    private static int[] RandomPath(RandomSource random)
    {
        int[] path = [.. Snake()];
        int[] place = new int[path.Length];
        for (int i = 0; i < path.Length; i++)
        {
            place[path[i]] = i;
        }

        for (int move = 0; move < MovesPerSite * path.Length; move++)
        {
            if (random.NextInt(2) == 0)
            {
                Turn(path, place, 0, path.Length);
            }

            if (Neighbour(path[0], random.NextInt(6)) is { } bitten && place[bitten] > 1)
            {
                Turn(path, place, 0, place[bitten]);
            }
        }

        return path;
    }

    private static void Turn(int[] path, int[] place, int from, int to)
    {
        Array.Reverse(path, from, to - from);
        for (int i = from; i < to; i++)
        {
            place[path[i]] = i;
        }
    }

    private static IEnumerable<int> Snake()
    {
        for (int z = 0; z < Side; z++)
        {
            for (int row = 0; row < Side; row++)
            {
                int y = z % 2 == 0 ? row : Side - 1 - row;
                for (int column = 0; column < Side; column++)
                {
                    yield return Index(row % 2 == 0 ? column : Side - 1 - column, y, z);
                }
            }
        }
    }

    private static int? Neighbour(int site, int direction)
    {
        (int x, int y, int z) = Site(site);
        int step = direction % 2 == 0 ? 1 : -1;
        (x, y, z) = (direction / 2) switch
        {
            0 => (x + step, y, z),
            1 => (x, y + step, z),
            _ => (x, y, z + step),
        };
        return Inside(x) && Inside(y) && Inside(z) ? Index(x, y, z) : null;
    }

    private static bool Inside(int coordinate) => coordinate is >= 0 and < Side;

    private static int Index(int x, int y, int z) => x + (Side * (y + (Side * z)));

    private static (int X, int Y, int Z) Site(int index) => (index % Side, index / Side % Side, index / Side / Side);
}
