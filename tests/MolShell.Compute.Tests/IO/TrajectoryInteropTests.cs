using System.Diagnostics;
using MolShell.Compute.IO;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.IO;

/// <summary>Files that ASE (Debian's python3-ase) writes are read, and ours are read by it.</summary>
public sealed class TrajectoryInteropTests : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly string folder = Directory.CreateTempSubdirectory("molshell-interop-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void ExtendedXyzOfAseIsRead()
    {
        RunAse("""
            from ase.build import bulk
            from ase.io import write
            from ase.calculators.singlepoint import SinglePointCalculator
            import numpy as np
            frames = []
            for i in range(3):
                a = bulk('NaCl', 'rocksalt', a=5.6).repeat((2, 1, 1))
                a.positions += 0.01 * i
                a.set_pbc([True, True, False])
                a.info['config_type'] = 'a "b" c'
                a.new_array('q6', np.arange(len(a)) * 0.5)
                a.calc = SinglePointCalculator(a, energy=-1.5 * i, forces=np.full((len(a), 3), 0.25))
                frames.append(a)
            write('ase.extxyz', frames)
            """);
        using ITrajectoryReader reader = TrajectoryFormats.Open(Path.Combine(folder, "ase.extxyz"), null, new TrajectoryReadOptions());
        for (int i = 0; i < 3; i++)
        {
            Frame frame = reader.Read()!;
            Assert.Equal(["Na", "Cl"], frame.Topology.TypeNames);
            Assert.Equal(new Vec3(0, 5.6, 5.6), frame.Box.A);
            Assert.True(frame.Box.IsPeriodicA && frame.Box.IsPeriodicB && !frame.Box.IsPeriodicC);
            Assert.Equal(2.8 + (0.01 * i), frame.Positions[1].X, 1e-7);
            Assert.Equal(-1.5 * i, frame.PotentialEnergy!.Value, 1e-7);
            Assert.Equal(new Vec3(0.25, 0.25, 0.25), frame.Forces![3]);
            Assert.Equal("a \"b\" c", frame.Attributes["config_type"]);
            Assert.Equal([0, 0.5, 1, 1.5], ((ParticleColumn<double>)frame.Columns["q6"]!).Values);
        }

        Assert.Null(reader.Read());
    }

    [Theory]
    [InlineData("ExtendedXyz", "extxyz")]
    [InlineData("LammpsDump", "lammps-dump-text")]
    [InlineData("Poscar", "vasp")]
    [InlineData("Xdatcar", "vasp-xdatcar")]
    public void AseReadsWhatIsWritten(string name, string aseName)
    {
        // Version 3.22 of ASE reads no dump with charges.
        Frame[] frames = [.. TrajectorySample.Frames(name, TrajectorySample.IsSingle(name) ? 1 : 2, 3).Select(frame => frame with { Topology = frame.Topology with { Charges = [] } })];
        using (FileStream stream = File.Create(Path.Combine(folder, "ours")))
        using (ITrajectoryWriter writer = TrajectoryFormats.Parse(name).Create(stream, new TrajectoryWriteOptions())!)
        {
            Array.ForEach(frames, writer.Write);
        }

        string[] lines = RunAse($$"""
            from ase.io import read
            for a in read('ours', index=':', format='{{aseName}}'):
                print(len(a), repr(float(a.cell[2][0])), repr(float(a.get_volume())), all(a.pbc), a.get_chemical_symbols()[2])
            """).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(frames.Length, lines.Length);
        for (int i = 0; i < frames.Length; i++)
        {
            string[] words = lines[i].Split(' ');
            Assert.Equal(frames[i].ParticleCount, int.Parse(words[0], null));
            Assert.Equal(frames[i].Box.C.X, double.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture), 1e-9);
            Assert.Equal(frames[i].Box.Volume, double.Parse(words[2], System.Globalization.CultureInfo.InvariantCulture), 1e-9);
            Assert.Equal(["True", "C"], words[3..]);
        }
    }

    private string RunAse(string script)
    {
        Assert.SkipUnless(File.Exists(Python) && Directory.Exists("/usr/lib/python3/dist-packages/ase"), "python3-ase is not installed");
        ProcessStartInfo start = new(Python) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output;
    }
}
