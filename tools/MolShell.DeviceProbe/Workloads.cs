using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.DeviceProbe;

/// <summary>The systems that are checked and timed.</summary>
internal static class Workloads
{
    /// <summary>The Lennard-Jones liquid of the LAMMPS benchmark: density 0.8442, cutoff 2.5, time step 0.005, from a crystal at T = 1.44.</summary>
    public static MolecularSystem Liquid(int cells)
    {
        const double density = 0.8442;
        double edge = Math.Cbrt(4 / density);
        Vec3[] basis = [new(0, 0, 0), new(0.5, 0.5, 0), new(0.5, 0, 0.5), new(0, 0.5, 0.5)];
        Vec3[] positions = new Vec3[4 * cells * cells * cells];
        for (int i = 0; i < positions.Length; i++)
        {
            int cell = i / 4;
            positions[i] = edge * (new Vec3(cell % cells, cell / cells % cells, cell / (cells * cells)) + basis[i % 4]);
        }

        return System($"LJ liquid {positions.Length}", positions, Box.Cubic(cells * edge), []) with
        {
            Forces = [new PairForce<LennardJones>(new LennardJones(1, 1, 2.5)) { Skin = 0.3 }],
            Integrator = new IntegratorSettings { Kind = IntegratorKind.VelocityVerlet, TimeStep = 0.005, Temperature = 1.44 },
        };
    }

    /// <summary>Kremer-Grest chains of 100 at density 0.85, stretched on a lattice, under Langevin dynamics with time step 0.006.</summary>
    public static MolecularSystem Chains(int chains)
    {
        const int length = 100;
        double spacing = Math.Cbrt(1 / 0.85);
        int side = (int)Math.Ceiling(Math.Sqrt(chains));
        Vec3[] positions = new Vec3[chains * length];
        List<Bond> bonds = [];
        for (int i = 0; i < positions.Length; i++)
        {
            (int chain, int bead) = Math.DivRem(i, length);
            positions[i] = spacing * new Vec3(bead, chain % side, chain / side);
            if (bead > 0)
            {
                bonds.Add(new Bond(i - 1, i));
            }
        }

        double rows = Math.Ceiling((double)chains / side);
        Box box = Box.Orthorhombic(spacing * length, spacing * side, spacing * rows);
        return System($"KG chains {positions.Length}", positions, box, [.. bonds]) with
        {
            Forces =
            [
                new PairForce<Wca>(new Wca(1, 1)) { Skin = 0.4 },
                new BondForce<FeneBond>(new FeneBond(30, 1.5), bonds),
            ],
            Integrator = new IntegratorSettings { Kind = IntegratorKind.LangevinBaoab, TimeStep = 0.006, Temperature = 1, Friction = 0.1 },
        };
    }

    private static MolecularSystem System(string name, Vec3[] positions, Box box, Bond[] bonds) => new()
    {
        Name = name,
        Start = new Frame
        {
            Topology = Topology.Uniform(positions.Length, 1, "A") with { Bonds = [.. bonds] },
            Box = box,
            Units = UnitSystem.Reduced,
            Positions = positions,
        },
    };
}
