using MolShell.Compute.Systems;

namespace MolShell.Compute.IO.Text;

/// <summary>What stands before the atoms of a frame in a dump of LAMMPS.</summary>
internal sealed class LammpsDumpHeader
{
    public long Step { get; set; }

    public double Time { get; set; }

    public int Count { get; set; }

    public LammpsBounds Bounds { get; set; }

    public Box? Box { get; set; }

    public UnitSystem? Units { get; set; }

    public string[] Columns { get; set; } = [];
}
