using MolShell.Compute.Engines;
using MolShell.Compute.Engines.Gromacs;
using Xunit;

namespace MolShell.Compute.Tests.Engines;

/// <summary>Copies of the input in tests/Data/gromacs, which a test may change, and engines of them. Skips where gmx is not installed.</summary>
internal sealed class GromacsFiles : IDisposable
{
    public GromacsFiles()
    {
        Assert.SkipWhen(ExternalProgram.TryFind("gmx") is null, "GROMACS (gmx) is not installed.");
        Folder = Directory.CreateTempSubdirectory("molshell-gromacs-test-").FullName;
        foreach (string file in Directory.EnumerateFiles(TestData.Folder("gromacs")))
        {
            File.Copy(file, this[Path.GetFileName(file)]);
        }
    }

    public string Folder { get; }

    public string WorkPath => this["work"];

    public string this[string name] => Path.Combine(Folder, name);

    public GromacsOptions Argon => ArgonIn(Folder);

    public static GromacsOptions ArgonIn(string folder) => new()
    {
        Topology = Path.Combine(folder, "argon.top"),
        Structure = Path.Combine(folder, "argon.gro"),
        Parameters = Path.Combine(folder, "argon.mdp"),
        WorkPath = Path.Combine(folder, "work"),
        Temperature = 120,
    };

    /// <summary>SPC water by gmx solvate: rigid molecules, broken at the faces of the box.</summary>
    public GromacsOptions MakeWater()
    {
        File.WriteAllText(this["water.top"], "#include \"oplsaa.ff/forcefield.itp\"\n#include \"oplsaa.ff/spc.itp\"\n[ system ]\nwater\n[ molecules ]\n");
        int code = ExternalProcess.Run(
            new ExternalCall
            {
                Program = ExternalProgram.Find("gmx"),
                Arguments = ["solvate", "-box", "1.9", "1.9", "1.9", "-cs", "spc216.gro", "-maxsol", "216", "-o", "water.gro", "-p", "water.top"],
                WorkFolder = Folder,
                Output = ProcessOutput.In(Folder, "solvate"),
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(0, code);
        return Argon with { Topology = this["water.top"], Structure = this["water.gro"], Parameters = this["water.mdp"], Temperature = 300 };
    }

    /// <summary>Writes a parameter file with other values.</summary>
    public string WithParameter(string file, string name, string value)
    {
        string path = this[file];
        List<string> lines = [.. File.ReadAllLines(path).Where(line => !line.StartsWith(name + " ", StringComparison.Ordinal)), $"{name} = {value}"];
        File.WriteAllLines(path, lines);
        return path;
    }

    /// <summary>Couples the dynamics to a bath: v-rescale with md-vv, or the noise of sd.</summary>
    public void AddBath(string file, string temperature, string integrator = "md-vv")
    {
        WithParameter(file, "integrator", integrator);
        WithParameter(file, "tcoupl", integrator == "sd" ? "no" : "v-rescale");
        WithParameter(file, "tc-grps", "system");
        WithParameter(file, "tau-t", "0.5");
        WithParameter(file, "ref-t", temperature);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
