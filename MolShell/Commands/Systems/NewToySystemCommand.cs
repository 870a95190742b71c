using System.Collections;
using System.Globalization;
using System.Management.Automation;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using MolShell.Compute.Systems.Builders;
using MolShell.Infrastructure;

namespace MolShell.Commands.Systems;

/// <summary>Builds one particle on a line or a plane with wells and barriers, in reduced units.</summary>
/// <remarks>
/// <para>
/// DoubleWell is s (x^2 - 1)^2 on a line. TwoWells, ThreeStates and Triangle are the planes on which OpenPathSampling is tested. MuellerBrown
/// (doi:10.1007/BF00547608) and EntropicSwitch (doi:10.1063/1.2335447) are the published surfaces. Harmonic is s r^2/2. Gaussians is a sum
/// of -Gaussian and of walls x^6 + y^6.
/// </para>
/// <para>
/// What is not given has a value that suits the potential. The system carries its dynamics with it: Langevin (BAOAB), unless -Integrator says
/// otherwise.
/// </para>
/// </remarks>
/// <example>
/// <code>New-ToySystem -Potential DoubleWell -Temperature 0.2 -Friction 2.5 -TimeStep 0.02</code>
/// <para>A particle in a double well with a barrier of 5 kT.</para>
/// </example>
/// <example>
/// <code>
/// $left = @{ Amplitude = -1; Center = -0.5,0; Alpha = 12 }
/// $right = @{ Amplitude = -1; Center = 0.5,0; Alpha = 12,0.5 }
/// New-ToySystem -Potential Gaussians -Gaussian $left,$right | Measure-PotentialEnergy
/// </code>
/// <para>Two wells of one's own on a plane, the right one drawn out along y.</para>
/// </example>
/// <seealso href="New-DoubleWellSystem"/>
/// <seealso href="Start-MolecularDynamics"/>
[Cmdlet(VerbsCommon.New, "ToySystem")]
[OutputType(typeof(MolecularSystem))]
public sealed class NewToySystemCommand : MolShellCommand
{
    private static readonly string[] GaussianKeys = ["Amplitude", "Center", "Alpha"];

    /// <summary>The potential.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The potential, such as DoubleWell or MuellerBrown.")]
    public ToyPotential Potential { get; set; }

    /// <summary>Factor s of the potential [energy].</summary>
    [Parameter(HelpMessage = "Factor of the potential [energy].")]
    public double Scale { get; set; } = 1;

    /// <summary>Number of coordinates of Harmonic or Gaussians: 1, 2 or 3.</summary>
    [Parameter(HelpMessage = "Number of coordinates of Harmonic or Gaussians: 1, 2 or 3.")]
    [ValidateRange(1, 3)]
    public int? Dimension { get; set; }

    /// <summary>
    /// Terms of the potential Gaussians: tables with the Amplitude A [energy], the Center c [length] and the sharpness Alpha [1/length^2], one
    /// number or one for each coordinate, of A exp(-sum alpha (r - c)^2).
    /// </summary>
    [Parameter(HelpMessage = "Terms of Gaussians: tables with Amplitude [energy], Center [length] and Alpha [1/length^2].")]
    [ValidateNotNullOrEmpty]
    public Hashtable[] Gaussian { get; set; } = [];

    /// <summary>Factor of the walls x^6, y^6 and z^6 of Gaussians [energy/length^6].</summary>
    [Parameter(HelpMessage = "Factor of the walls of Gaussians [energy/length^6].")]
    public double WallStrength { get; set; } = 1;

    /// <summary>Mass of the particle [mass].</summary>
    [Parameter(HelpMessage = "Mass of the particle [mass].")]
    public Quantity Mass { get; set; } = 1;

    /// <summary>Temperature of the bath [temperature].</summary>
    [Parameter(HelpMessage = "Temperature of the bath [temperature].")]
    public Quantity? Temperature { get; set; }

    /// <summary>Friction [1/time].</summary>
    [Parameter(HelpMessage = "Friction [1/time].")]
    public Quantity? Friction { get; set; }

    /// <summary>Time step [time].</summary>
    [Parameter(HelpMessage = "Time step [time].")]
    public Quantity? TimeStep { get; set; }

    /// <summary>
    /// The equation of motion, from New-Integrator or by name: VelocityVerlet, LangevinBaoab, Overdamped, NoseHoover, VelocityRescaling.
    /// </summary>
    [Parameter(HelpMessage = "Equation of motion, from New-Integrator or by name.")]
    [ArgumentCompleter(typeof(IntegratorCompleter))]
    public IntegratorDescription? Integrator { get; set; }

    /// <summary>Start of the particle [length], one number a coordinate. Without it, the bottom of a deep well.</summary>
    [Parameter(HelpMessage = "Start of the particle [length], one number a coordinate.")]
    [ValidateCount(1, 3)]
    public double[]? Start { get; set; }

    protected override void Process()
    {
        UnitSystem units = UnitSystem.Reduced;
        MolecularSystem toy = new ToyBuilder
        {
            Potential = Potential,
            Scale = Scale,
            Dimension = Dimension,
            Gaussians = [.. Gaussian.Select(Term)],
            WallStrength = WallStrength,
            Mass = Mass.In(units, Compute.Systems.Dimension.Mass),
            Integrator = Integrator?.Kind ?? IntegratorKind.LangevinBaoab,
            Temperature = (Temperature ?? Integrator?.Temperature)?.In(units, Compute.Systems.Dimension.Temperature),
            Friction = (Friction ?? Integrator?.Friction)?.In(units, Compute.Systems.Dimension.Rate),
            TimeStep = (TimeStep ?? Integrator?.TimeStep)?.In(units, Compute.Systems.Dimension.Time),
            Start = Start is null ? null : Vector(Start, 0),
        }.Build();
        IntegratorDescription numbers = new() { Temperature = Temperature, Friction = Friction, TimeStep = TimeStep };
        WriteObject(Integrator is null ? toy : toy with { Integrator = Integrator.With(numbers).For(toy) });
    }

    private static GaussianTerm Term(Hashtable table)
    {
        string? unknown = table.Keys.Cast<object>().Select(k => k.ToString())
            .FirstOrDefault(k => !GaussianKeys.Contains(k, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            throw new ArgumentException($"A Gaussian has the entry '{unknown}'; expected {string.Join(", ", GaussianKeys)}.");
        }

        double[] center = Numbers(table, "Center");
        double[] alpha = Numbers(table, "Alpha");
        return new GaussianTerm(
            Numbers(table, "Amplitude")[0],
            Vector(center, 0),
            alpha.Length == 1 ? Vector([.. Enumerable.Repeat(alpha[0], center.Length)], 0) : Vector(alpha, 0));
    }

    private static double[] Numbers(Hashtable table, string key)
    {
        object value = table.Cast<DictionaryEntry>()
            .FirstOrDefault(e => string.Equals(e.Key.ToString(), key, StringComparison.OrdinalIgnoreCase)).Value
            ?? throw new ArgumentException($"A Gaussian has no entry {key}; expected {string.Join(", ", GaussianKeys)}.");
        return LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out double[] numbers) && numbers.Length is >= 1 and <= 3
            ? numbers
            : throw new ArgumentException($"The entry {key} of a Gaussian is '{value}'; expected one to three numbers.");
    }

    private static Vec3 Vector(double[] values, double rest) => new(
        values[0], values.Length > 1 ? values[1] : rest, values.Length > 2 ? values[2] : rest);
}
