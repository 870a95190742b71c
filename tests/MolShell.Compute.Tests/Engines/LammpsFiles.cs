using MolShell.Compute.Engines;
using MolShell.Compute.Engines.Lammps;
using Xunit;

namespace MolShell.Compute.Tests.Engines;

/// <summary>Copies of the input in tests/Data/lammps, which a test may change. Skips where lmp is not installed.</summary>
internal sealed class LammpsFiles : IDisposable
{
    public LammpsFiles()
    {
        Assert.SkipWhen(ExternalProgram.TryFind("lmp") is null, "LAMMPS (lmp) is not installed.");
        Folder = Directory.CreateTempSubdirectory("molshell-lammps-test-").FullName;
        foreach (string file in Directory.EnumerateFiles(TestData.Folder("lammps")))
        {
            File.Copy(file, this[Path.GetFileName(file)]);
        }
    }

    public string Folder { get; }

    public string this[string name] => Path.Combine(Folder, name);

    public LammpsOptions Argon => ArgonIn(Folder);

    public static LammpsOptions ArgonIn(string folder) => new()
    {
        InputScript = Path.Combine(folder, "argon.lmp"),
        Data = [Path.Combine(folder, "argon.data")],
        WorkPath = Path.Combine(folder, "work"),
        Temperature = 120,
    };

    /// <summary>Langevin dynamics at 120 K.</summary>
    public void AddBath(double damping = 1000) =>
        File.AppendAllText(this["argon.lmp"], FormattableString.Invariant($"fix bath all langevin 120 120 {damping} ${{seed}}\n"));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
