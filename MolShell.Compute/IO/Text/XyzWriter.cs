using MolShell.Compute.Systems;

namespace MolShell.Compute.IO.Text;

/// <summary>Writes plain XYZ: names, places [Angstrom] and the comment that a frame came with.</summary>
internal sealed class XyzWriter(Stream stream) : ITrajectoryWriter
{
    private readonly TextOutput output = new(stream);
    private readonly UnitConversion conversion = new(UnitSystem.Metal);

    public void Write(Frame frame)
    {
        frame = conversion.Apply(frame);
        output.Add(frame.ParticleCount).EndLine();
        string comment = frame.Attributes.GetValueOrDefault(XyzHeader.Comment)
            ?? FormattableString.Invariant($"Step {frame.Step}");
        output.Add(comment.ReplaceLineEndings(" ")).EndLine();
        for (int i = 0; i < frame.ParticleCount; i++)
        {
            output.AddWord(frame.Topology.TypeNames[frame.Topology.Types[i]]).AddVector(frame.Positions[i]).EndLine();
        }

        output.Flush();
    }

    public void Dispose()
    {
    }
}
