using MolShell.Compute.Plots.Trajectories;
using MolShell.Compute.Plots.Web;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Plots;

/// <summary>
/// Frames as a page to look at, in one file that asks the network for nothing: in three dimensions spheres, bonds and box to turn and zoom,
/// with a player (3Dmol.js, N. Rego and D. Koes, doi:10.1093/bioinformatics/btu829); for toy systems of one or two dimensions the path over
/// the potential. Bonds are those of the topology: none is guessed from distances.
/// </summary>
public static class TrajectoryPage
{
    /// <summary>Whether 3-D pages can be turned and played in this build; else they carry a picture of the first frame.</summary>
    public static bool IsInteractive => WebResource.ThreeDmol is not null;

    /// <summary>
    /// Writes the page to <paramref name="writer"/>, which should encode UTF-8; three-dimensional frames are not kept in memory.
    /// </summary>
    /// <param name="frames">Frames of one system in the order shown.</param>
    /// <param name="writer">Where the page goes.</param>
    /// <param name="options">What is shown.</param>
    /// <param name="cancellation">Stops between two frames.</param>
    /// <exception cref="ArgumentException">There are no frames, they are not of one system, or hold positions that are not
    /// finite.</exception>
    public static void Write(
        IEnumerable<Frame> frames, TextWriter writer, TrajectoryPageOptions? options = null, CancellationToken cancellation = default) =>
        Write(frames, writer, options ?? new TrajectoryPageOptions(), WebResource.ThreeDmol, cancellation);

    /// <summary>The page with the source of 3Dmol.js, or without.</summary>
    internal static void Write(
        IEnumerable<Frame> frames, TextWriter writer, TrajectoryPageOptions options, string? library, CancellationToken cancellation)
    {
        using IEnumerator<Frame> source = frames.GetEnumerator();
        if (!source.MoveNext())
        {
            throw new ArgumentException("There are no frames to show.", nameof(frames));
        }

        Frame first = source.Current;
        FrameCheck.Require(first, first, 0);
        if (PlanePage.Fits(first))
        {
            new PlanePage(writer, options).Write(first, All(source, cancellation));
        }
        else if (library is not null)
        {
            new ScenePage(writer, options, library).Write(first, All(source, cancellation));
        }
        else
        {
            WritePicture(first, writer, options);
        }
    }

    private static IEnumerable<Frame> All(IEnumerator<Frame> source, CancellationToken cancellation)
    {
        do
        {
            cancellation.ThrowIfCancellationRequested();
            yield return source.Current;
        }
        while (source.MoveNext());
    }

    private static void WritePicture(Frame first, TextWriter writer, TrajectoryPageOptions options)
    {
        MoleculeWrapper molecules = new(first.Topology);
        Numerics.Vec3[] positions = options.Wrap ? molecules.Wrap(first) : first.Positions;
        string picture = ScenePicture.Render(first, positions, molecules.CrossingBonds(first.Box, positions), options.Title);
        WebPage page = new(writer);
        page.Begin(options.Title, TrajectoryFacts.Of(first));
        page.Markup("<p class=\"note\">This is a picture of the first frame only: 3Dmol.js was not available when MolShell was built.</p>");
        page.Markup($"<main class=\"static\">\n{picture}</main>");
        page.End();
    }
}
