using System.Globalization;
using MolShell.Compute.Numerics;
using MolShell.Compute.Paths;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Tests.Paths;

/// <summary>One particle on a line with state A at x &lt; 1 and B at x &gt;= 9: positions spell a scenario.</summary>
internal static class Model
{
    private static readonly Topology Particle = Topology.Uniform(1, 1, "X", 1);

    public static readonly CollectiveVariable X = new Coordinate(0);
    public static readonly CollectiveVariable V = new VelocityComponent(0);
    public static readonly StateVolume A = StateVolume.Interval(X, null, 1, "A");
    public static readonly StateVolume B = StateVolume.Interval(X, 9, null, "B");

    public static readonly MolecularSystem System = new() { Name = "line", Start = Frame(0) };

    public static PathNetwork Tps => PathNetwork.Tps([A], [B]);

    public static PathNetwork BothWays => PathNetwork.Tps([A, B], [A, B]);

    /// <summary>What steps that a test makes itself share.</summary>
    public static PathRunInfo Run => new() { Network = Tps.Summarize(), FrameInterval = 1, TimeUnit = string.Empty };

    /// <summary>A frame at x with velocity v.</summary>
    public static Frame Frame(double x, double v = 1) => new()
    {
        Topology = Particle,
        Box = Box.Open,
        Units = UnitSystem.Reduced,
        Positions = [new Vec3(x, 0, 0)],
        Velocities = [new Vec3(v, 0, 0)],
    };

    public static Trajectory Path(params double[] x) => Trajectory.FromFrames(x.Select(value => Frame(value)));

    /// <summary>A path from positions in text, such as "0 2 9".</summary>
    public static Trajectory Path(string positions) => Path(
        [.. positions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => double.Parse(word, CultureInfo.InvariantCulture))]);

    public static double[] Positions(Trajectory path) => [.. path.Select(f => f.Positions[0].X)];

    public static double[] Velocities(Trajectory path) => [.. path.Select(f => f.Velocities![0].X)];
}
