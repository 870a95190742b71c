using MolShell.Compute.Dynamics;
using MolShell.Compute.Dynamics.Couplings;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using MolShell.Compute.Systems.Builders;
using Xunit;

namespace MolShell.Compute.Tests.Dynamics;

public sealed class CheckpointTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("molshell-checkpoint-").FullName;

    private string File => Path.Combine(folder, "run.checkpoint");

    private static BarostatSettings Barostat =>
        new() { Pressure = 4, Compressibility = 0.05, CouplingTime = 0.6, Interval = 7, Coupling = PressureCoupling.SemiIsotropic };

    public static TheoryData<IntegratorSettings> Integrators() =>
    [
        TestRuns.Verlet, TestRuns.Langevin, TestRuns.Brownian, TestRuns.NoseHoover,
        TestRuns.Langevin with { Barostat = Barostat },
        TestRuns.NoseHoover with { Barostat = Barostat with { Coupling = PressureCoupling.Anisotropic } },
        TestRuns.Rescaling with { Barostat = Barostat, CenterOfMassInterval = 20 },
    ];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Integrators))]
    public void Interrupted_run_ends_with_the_bits_of_an_undisturbed_one(IntegratorSettings integrator)
    {
        MolecularSystem system = TestRuns.Fluid(4);
        using Simulation undisturbed = system.Start(integrator, 9).Run(1000);
        for (int interruption = 137; interruption < 1000; interruption += 391)
        {
            using (Simulation first = system.Start(integrator, 9).Run(interruption))
            {
                first.CreateCheckpoint().Save(File);
            }

            using Simulation second = system.Start(integrator, 1);
            second.Restore(Checkpoint.Load(File));
            Assert.Equal(interruption, second.Step);
            TestRuns.AssertSameState(undisturbed, second.Run(1000 - interruption));
            Assert.Equal(undisturbed.Time, second.Time);
            Assert.Equal(undisturbed.Box, second.Box);
            Assert.Equal(undisturbed.ConservedEnergy, second.ConservedEnergy);
        }
    }

    [Fact]
    public void Checkpoint_of_another_precision_is_refused()
    {
        using Simulation single = TestRuns.Fluid().Start(TestRuns.Langevin).Run(3);
        using Simulation exact = new(TestRuns.Fluid(), new SimulationOptions { Integrator = TestRuns.Langevin, Precision = Precision.Double });
        ArgumentException error = Assert.Throws<ArgumentException>(() => exact.Restore(single.CreateCheckpoint()));
        Assert.Contains("Mixed precision, and this one is in Double", error.Message, StringComparison.Ordinal);
        exact.Restore(single.CreateCheckpoint() with { Precision = null });
        Assert.Equal(3, exact.Step);
    }

    [Fact]
    public void Toy_goes_on_with_the_same_bits()
    {
        MolecularSystem system = TestRuns.Toy(new DoubleWell(1), 1, new Vec3(-1, 0, 0), TestRuns.Langevin);
        using Simulation undisturbed = system.Start(seed: 4).Run(10_000);
        using Simulation first = system.Start(seed: 4).Run(3_333);
        first.CreateCheckpoint().Save(File);
        using Simulation second = system.Start(seed: 5);
        second.Restore(Checkpoint.Load(File));
        TestRuns.AssertSameState(undisturbed, second.Run(6_667));
    }

    [Fact]
    public void File_keeps_every_field()
    {
        MolecularSystem system = TestRuns.Fluid();
        Box box = Box.Triclinic(new Vec3(9, 0, 1), new Vec3(1, 8, 0), new Vec3(0, 0, 7), true, false, true);
        using Simulation simulation = (system with { Start = system.Start with { Box = box } }).Start(TestRuns.Langevin, 77).Run(3);
        IntegratorSettings baths = TestRuns.NoseHoover with { Barostat = Barostat, CenterOfMassInterval = 9 };
        Checkpoint written = simulation.CreateCheckpoint() with
        {
            Integrator = baths, Coupling = new CouplingState { Thermostat = [1, -2, 3, 4, 5, 6.5], Work = -0.125 },
        };
        written.Save(File);
        Checkpoint read = Checkpoint.Load(File);
        Assert.Equal(box, read.Box);
        Assert.Equal(written.Positions, read.Positions);
        Assert.Equal(written.Velocities, read.Velocities);
        Assert.Equal(
            (written.SystemFingerprint, written.Integrator, written.Key, written.Step, written.Coupling),
            (read.SystemFingerprint, read.Integrator, read.Key, read.Step, read.Coupling));
        Assert.Equal(["run.checkpoint"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    [Fact]
    public void File_of_version_1_is_read_and_its_run_goes_on()
    {
        // New-ToySystem DoubleWell | Start-MolecularDynamics 25 -ReportInterval 25 -Seed 7 -CheckpointPath run.chk, before there were baths.
        const string old =
            "TU9MU0hDUFQBAAAA/wAAAAAAAABAMGFhODFlM2FjOWEyZDk1MDMxYTdjM2Q0OWY2OTRlMmU3YTNiZjU2YWUyODFiMTQyY2E3NmMzMmVhOTIwN2ZiNg1MYW5n"
            + "ZXZpbkJhb2FiexSuR+F6lD+amZmZmZnJPwAAAAAAAARABwAAAAAAAAAZAAAAAAAAAAADAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAJXaEcVl5+2/AAAAAAAAAAAAAAAAAAAAAAEAAAB0zzwJMdrVPwAAAAAAAAAAAAAA"
            + "AAAAAADvk45JGA64CfcTMYkK8lPjVNjtPXRj1fx1GYYU8yR3Iw==";
        global::System.IO.File.WriteAllBytes(File, Convert.FromBase64String(old));
        Checkpoint read = Checkpoint.Load(File);
        MolecularSystem toy = new ToyBuilder { Potential = ToyPotential.DoubleWell }.Build();
        Assert.Equal((toy.Integrator, 25, CouplingState.None), (read.Integrator, (int)read.Step, read.Coupling));
        using Simulation simulation = toy.Start(seed: 1);
        simulation.Restore(read);
        TestRuns.AssertSameState(toy.Start(seed: 7).Run(100), simulation.Run(75));
    }

    [Fact]
    public void Saving_replaces_the_old_file_only_when_the_new_one_is_whole()
    {
        using Simulation simulation = TestRuns.Fluid().Start(TestRuns.Langevin);
        simulation.CreateCheckpoint().Save(File);
        byte[] old = global::System.IO.File.ReadAllBytes(File);

        // A folder where the new file has to be written makes the writing fail.
        Directory.CreateDirectory(File + ".new");
        Assert.ThrowsAny<Exception>(() => simulation.Run(1).CreateCheckpoint().Save(File));
        Assert.Equal(old, global::System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void Damaged_short_foreign_or_newer_file_is_an_error_that_names_it()
    {
        using Simulation simulation = TestRuns.Fluid().Start(TestRuns.Langevin);
        simulation.CreateCheckpoint().Save(File);
        byte[] whole = global::System.IO.File.ReadAllBytes(File);
        foreach (int place in new[] { 25, 200, whole.Length / 2, whole.Length - 1 })
        {
            byte[] damaged = [.. whole];
            damaged[place] ^= 4;
            Fails(damaged, "checksum");
        }

        Fails(whole[..^1], "bytes instead of");
        Fails(whole[..30], "bytes instead of");
        Fails(whole[..5], "not a checkpoint");
        Fails([], "not a checkpoint");
        Fails("NOTOURS1 and more than twenty bytes"u8.ToArray(), "not a checkpoint");
        byte[] newer = [.. whole];
        newer[8] = 3;
        Fails(newer, "version 3");
        newer[8] = 0;
        Fails(newer, "versions 1 to 2");
        Assert.Throws<FileNotFoundException>(() => Checkpoint.Load(Path.Combine(folder, "missing")));

        void Fails(byte[] content, string part)
        {
            global::System.IO.File.WriteAllBytes(File, content);
            InvalidDataException error = Assert.Throws<InvalidDataException>(() => Checkpoint.Load(File));
            Assert.Contains(File, error.Message, StringComparison.Ordinal);
            Assert.Contains(part, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Checkpoint_of_another_run_is_an_error()
    {
        MolecularSystem system = TestRuns.Fluid();
        using Simulation simulation = system.Start(TestRuns.Langevin);
        Checkpoint checkpoint = simulation.CreateCheckpoint();
        using Simulation otherForces = system.AddForce(new PairForce<Wca>(new Wca(0.1, 1))).Start(TestRuns.Langevin);
        Assert.Contains("another system", Assert.Throws<ArgumentException>(() => otherForces.Restore(checkpoint))
            .Message, StringComparison.Ordinal);
        using Simulation otherStep = system.Start(TestRuns.Langevin with { TimeStep = 0.002 });
        ArgumentException error = Assert.Throws<ArgumentException>(() => otherStep.Restore(checkpoint));
        Assert.Contains("dt 0.004", error.Message, StringComparison.Ordinal);
        Assert.Contains("dt 0.002", error.Message, StringComparison.Ordinal);
    }
}
