using MolShell.Compute.Engines;
using MolShell.Compute.Paths;
using MolShell.Compute.Systems.Builders;
using MolShell.Compute.Variables;

namespace Benchmarks;

/// <summary>
/// The triangle toy of OpenPathSampling: kT 0.1, BAOAB, gamma 2.5, dt 0.02, 1 step a frame, three states r &lt; 0.2, interfaces 0.2, 0.3, 0.4, 0.5
/// and an outer ensemble at 0.5.
/// </summary>
internal static class TriangleToy
{
    public static BuiltInEngine Engine(double factor = 1)
    {
        ToyBuilder builder = new() { Potential = ToyPotential.Triangle, Temperature = 0.1 * factor, Friction = 2.5, TimeStep = 0.02 };
        return new BuiltInEngine(builder.Build());
    }

    /// <summary>The default scheme of the network.</summary>
    public static MoveScheme Scheme()
    {
        (string Name, double X, double Y)[] wells = [("A", -0.5, -0.5), ("B", 0.5, -0.5), ("C", 0, 0.4)];
        Coordinate x = new(0) { Name = "x" };
        Coordinate y = new(1) { Name = "y" };
        return MoveScheme.Create(PathNetwork.Mstis(wells.Select(well =>
        {
            Expression r = new(FormattableString.Invariant($"sqrt((x - {well.X})^2 + (y - {well.Y})^2)"), x, y);
            return new InterfaceSet(StateVolume.Interval(r, null, 0.2, well.Name), [0.2, 0.3, 0.4, 0.5], r);
        })));
    }

    public static SampleSet InitialPaths(MoveScheme scheme) => new(scheme.Ensembles.Select((ensemble, replica) =>
        new PathSample(ensemble, InitialPathFinder.FromDynamics(ensemble, Engine), replica)));
}
