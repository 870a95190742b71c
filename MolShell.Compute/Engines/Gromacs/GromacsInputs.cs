namespace MolShell.Compute.Engines.Gromacs;

/// <summary>The input files of a GROMACS engine, with their contents.</summary>
internal sealed record GromacsInputs(InputFile Topology, InputFile Structure, InputFile Parameters, InputFile? Index)
{
    /// <exception cref="EngineException">A file cannot be read.</exception>
    public static GromacsInputs Read(GromacsOptions options) => new(
        InputFile.Read(options.Topology, "topology"),
        InputFile.Read(options.Structure, "structure"),
        InputFile.Read(options.Parameters, "parameter"),
        options.Index is null ? null : InputFile.Read(options.Index, "index"));

    /// <exception cref="EngineException">A file is gone or was changed.</exception>
    public void RequireUnchanged()
    {
        foreach (InputFile? file in new[] { Topology, Structure, Parameters, Index })
        {
            file?.RequireUnchanged();
        }
    }
}
