using System.Management.Automation;

namespace MolShell.Tests.Commands;

/// <summary>Bad input gives one clear error with an id and a category.</summary>
public sealed class ErrorTests
{
    [Theory]
    [InlineData("New-DoubleWellSystem -Mass -1", "InvalidValue", ErrorCategory.InvalidArgument, "Mass is -1; expected a positive")]
    [InlineData("New-ToySystem DoubleWell -Mass 0", "InvalidValue", ErrorCategory.InvalidArgument, "Mass is 0")]
    [InlineData("New-ToySystem DoubleWell -Start ([double]::NaN)", "InvalidValue", ErrorCategory.InvalidArgument, "(NaN, 0, 0)")]
    [InlineData("New-DoubleWellSystem -Temperature '300 K'", "InvalidValue", ErrorCategory.InvalidArgument, "reduced units")]
    [InlineData("New-DoubleWellSystem -UnitSystem Gromacs -Temperature '3 nm'", "InvalidValue", ErrorCategory.InvalidArgument, "'3 nm' is a length; expected a temperature")]
    [InlineData("New-DoubleWellSystem -DimerCount 300", "InvalidValue", ErrorCategory.InvalidArgument, "0 to 108 dimers")]
    [InlineData("New-CrystalSystem Fcc -Density 100 | Add-SystemForce -Pair LennardJones -Cutoff 50", "InvalidValue", ErrorCategory.InvalidArgument, "cutoff")]
    [InlineData("New-CrystalSystem Fcc -Density 1 | Add-SystemForce -Bond Harmonic", "InvalidValue", ErrorCategory.InvalidArgument, "name their ends with -Particle")]
    [InlineData("New-CrystalSystem Fcc -Density 1 | Add-SystemForce -Bond Harmonic -Particle 0,1,2", "InvalidValue", ErrorCategory.InvalidArgument, "multiple of 2")]
    [InlineData("New-CrystalSystem Fcc -Density 1 | Add-SystemForce -Bond Harmonic -Particle 0,1 -Length 1", "InvalidValue", ErrorCategory.InvalidArgument, "needs -ForceConstant")]
    [InlineData("New-CrystalSystem Fcc -Density 1 | Add-SystemForce -Bond Harmonic -Particle 0,9 -Length 1 -ForceConstant 1", "InvalidValue", ErrorCategory.InvalidArgument, "9")]
    [InlineData("New-CrystalSystem Fcc -Density 1 | Start-MolecularDynamics -Step 10", "InvalidValue", ErrorCategory.InvalidArgument, "needs a time step")]
    [InlineData("New-ToySystem DoubleWell | Start-MolecularDynamics -Step 10 -Temperature -1", "InvalidValue", ErrorCategory.InvalidArgument, "temperature is -1")]
    [InlineData("New-ToySystem DoubleWell | Start-MolecularDynamics -Step 10 -Resume", "InvalidValue", ErrorCategory.InvalidArgument, "need -CheckpointPath")]
    [InlineData("New-ToySystem DoubleWell | Start-MolecularDynamics -Step 10 -CheckpointPath missing/x.chk", "FileNotFound", ErrorCategory.ObjectNotFound, "does not exist")]
    [InlineData("New-DoubleWellSystem -ParticleCount 8 -Density 0.1 | Start-MolecularDynamics -Step 1000 -TimeStep 2", "SimulationFailed", ErrorCategory.InvalidResult, "Step ")]
    [InlineData("New-CollectiveVariable -Distance 0,0", "InvalidValue", ErrorCategory.InvalidArgument, "named twice")]
    [InlineData("New-CollectiveVariable -Expression 'x +* y'", "InvalidValue", ErrorCategory.InvalidArgument, "column")]
    [InlineData("New-StateVolume (New-CollectiveVariable -Coordinate 0)", "InvalidValue", ErrorCategory.InvalidArgument, "needs a minimum, a maximum, or both")]
    [InlineData("1,2 | Export-Plot a.pdf", "UnknownFileFormat", ErrorCategory.InvalidArgument, ".svg, .html")]
    [InlineData("1,2 | Export-Plot missing/a.svg", "FileNotFound", ErrorCategory.ObjectNotFound, "the folder")]
    [InlineData("'x' | Show-Plot", "UnexpectedInput", ErrorCategory.InvalidType, "of type String")]
    [InlineData("New-ToySystem DoubleWell | Show-Plot -Y Mass", "PropertyNotFound", ErrorCategory.ObjectNotFound, "ParticleCount")]
    [InlineData("1 | Export-TrajectoryView a.html", "UnexpectedInput", ErrorCategory.InvalidType, "of type Int32")]
    [InlineData("Import-PathSampling missing.molpath", "FileNotFound", ErrorCategory.ObjectNotFound, "missing.molpath")]
    [InlineData("Import-PathSampling *.molpath", "FileNotFound", ErrorCategory.ObjectNotFound, "No file matches")]
    [InlineData("Import-PathSampling -LiteralPath missing.molpath", "FileNotFound", ErrorCategory.ObjectNotFound, "missing.molpath")]
    [InlineData("'garbage' | Set-Content g.molpath; Import-PathSampling g.molpath", "InvalidRunFile", ErrorCategory.InvalidData, "not a path sampling run file")]
    [InlineData("'garbage' | Set-Content g.chk; New-ToySystem DoubleWell | Start-MolecularDynamics -Step 1 -CheckpointPath g.chk -Resume", "InvalidFile", ErrorCategory.InvalidData, "not a checkpoint")]
    public void Bad_input_gives_one_error(string script, string id, ErrorCategory category, string message)
    {
        using TemporaryFolder folder = new();
        ErrorRecord error = Script.Error(script, folder.Path);
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-DoubleWellSystem -Temperature '300 Q'", "CannotConvertArgumentNoMessage", "Unknown unit 'Q'")]
    [InlineData("New-DoubleWellSystem -UnitSystem Foo", "CannotConvertArgumentNoMessage", "Known: Reduced")]
    [InlineData("New-ToySystem Foo", "CannotConvertArgumentNoMessage", "MuellerBrown")]
    [InlineData("New-ToySystem DoubleWell | Start-MolecularDynamics -Step abc", "CannotConvertArgumentNoMessage", "'Step'")]
    [InlineData("New-ToySystem DoubleWell | Start-MolecularDynamics -Step -5", "ParameterArgumentValidationError", "Step")]
    [InlineData("New-CollectiveVariable -Distance 0", "ParameterArgumentValidationError", "Distance")]
    public void Binding_errors_name_the_parameter(string script, string id, string message)
    {
        ErrorRecord error = Script.Error(script);
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlapping_start_names_the_particles()
    {
        ErrorRecord error = Script.Error("""
            New-CrystalSystem SimpleCubic 4 -LatticeConstant 1 | Add-SystemForce -Pair LennardJones -Sigma 1e60 -Cutoff 1.2 -Unshifted |
                Start-MolecularDynamics -Step 1 -Integrator VelocityVerlet -TimeStep 0.001
            """);
        Assert.StartsWith("SimulationFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Matches("particles \\d+ and \\d+ are at distance \\S+: they overlap", error.ToString());
    }

    [Fact]
    public void A_fault_of_one_input_does_not_stop_the_others()
    {
        Host.RunResult result = Host.MolShellRunner.Run("""
            $r = New-CollectiveVariable -Distance 0,1
            (New-ToySystem DoubleWell), (New-DoubleWellSystem), (New-ToySystem Harmonic) |
                Start-MolecularDynamics -Step 1 | Get-CollectiveVariable $r
            """);
        Assert.Equal(2, result.Errors.Count);
        Assert.Single(result.Output);
    }
}
