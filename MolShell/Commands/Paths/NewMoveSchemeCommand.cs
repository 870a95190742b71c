using System.Management.Automation;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Modifiers;
using MolShell.Compute.Paths.Selectors;
using MolShell.Compute.Variables;

namespace MolShell.Commands.Paths;

/// <summary>Says by which moves paths are sampled: shooting one way or both ways, path reversal, and how often each.</summary>
/// <remarks>
/// <para>
/// One-way shooting (doi:10.1088/0953-8984/15/1/314) keeps the path on one side of the shooting point and makes the other side anew. It
/// needs dynamics with noise. Two-way shooting (doi:10.1063/1.476378) makes both sides anew, after -VelocityModifier has changed the
/// velocities at the shooting point.
/// </para>
/// <para>
/// The Gaussian selector chooses shooting points near -SelectorCenter of -SelectorVariable more often, and the acceptance of a trial
/// makes up for it. It helps where most paths spend long near the states.
/// </para>
/// <para>
/// Path reversal reads the path backward in time. It is for networks that sample transitions both ways, as `$A,$B | New-PathNetwork` does; from
/// one state to another only, it is never accepted, and a warning says so.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// New-PathNetwork -Initial $A -Final $B | New-MoveScheme -Shooting OneWay
/// </code>
/// <para>One-way shooting from points chosen uniformly.</para>
/// </example>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $network = $A,$B | New-PathNetwork
/// New-MoveScheme $network -Shooting TwoWay -VelocityModifier Random -Selector Gaussian -SelectorVariable $x -SelectorCenter 0 -SelectorAlpha 5 -Reversal
/// </code>
/// <para>Two-way shooting with new velocities from points near the top of the barrier, and path reversal in a third of the steps.</para>
/// </example>
/// <seealso href="New-PathNetwork"/>
/// <seealso href="Start-PathSampling"/>
[Cmdlet(VerbsCommon.New, "MoveScheme")]
[OutputType(typeof(MoveScheme))]
public sealed class NewMoveSchemeCommand : MolShellCommand
{
    /// <summary>What is sampled.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, HelpMessage = "What is sampled, from New-PathNetwork.")]
    public PathNetwork Network { get; set; } = null!;

    /// <summary>Which part of a path a shot makes anew.</summary>
    [Parameter(HelpMessage = "Which part of a path a shot makes anew: OneWay or TwoWay.")]
    public ShootingKind Shooting { get; set; } = ShootingKind.OneWay;

    /// <summary>Weight of shooting among the moves.</summary>
    [Parameter(HelpMessage = "Weight of shooting among the moves.")]
    [ValidateRange(double.Epsilon, double.MaxValue)]
    public double ShootingWeight { get; set; } = 1;

    /// <summary>Adds the move that reads a path backward in time.</summary>
    [Parameter(HelpMessage = "Add the move that reads a path backward in time.")]
    public SwitchParameter Reversal { get; set; }

    /// <summary>Weight of path reversal among the moves; it counts with -Reversal only.</summary>
    [Parameter(HelpMessage = "Weight of path reversal among the moves.")]
    [ValidateRange(double.Epsilon, double.MaxValue)]
    public double ReversalWeight { get; set; } = MoveScheme.DefaultReversalWeight;

    /// <summary>How shooting points are chosen. Gaussian needs -SelectorVariable, -SelectorCenter and -SelectorAlpha.</summary>
    [Parameter(HelpMessage = "How shooting points are chosen: Uniform or Gaussian.")]
    public SelectorKind Selector { get; set; } = SelectorKind.Uniform;

    /// <summary>The variable of the Gaussian selector.</summary>
    [Parameter(HelpMessage = "The variable of the Gaussian selector.")]
    [ValidateNotNull]
    public CollectiveVariable? SelectorVariable { get; set; }

    /// <summary>Value near which shooting points are chosen, in the unit of the variable.</summary>
    [Parameter(HelpMessage = "Value near which shooting points are chosen, in the unit of the variable.")]
    public double? SelectorCenter { get; set; }

    /// <summary>Sharpness alpha of the weight exp(-alpha (value - center)^2) [1/unit of the variable squared], above 0.</summary>
    [Parameter(HelpMessage = "Sharpness of the Gaussian selector [1/unit of the variable squared].")]
    public double? SelectorAlpha { get; set; }

    /// <summary>How two-way shooting changes the velocities at the shooting point.</summary>
    [Parameter(HelpMessage = "Velocity change of two-way shooting: None, Random, Direction or SingleAtomDirection.")]
    public VelocityModifierKind VelocityModifier { get; set; } = VelocityModifierKind.None;

    /// <summary>Standard deviation of each component of the kick of Direction and SingleAtomDirection [length/time, in the system's units].</summary>
    [Parameter(HelpMessage = "Standard deviation of a velocity kick [length/time, in the system's units].")]
    public double? KickWidth { get; set; }

    /// <summary>Particles whose velocities are changed, numbered from 0. Without it, all.</summary>
    [Parameter(HelpMessage = "Particles whose velocities are changed; all without it.")]
    [ValidateNotNullOrEmpty]
    public int[]? Particle { get; set; }

    /// <summary>Keeps the total momentum of the changed particles.</summary>
    [Parameter(HelpMessage = "Keep the total momentum of the changed particles.")]
    public SwitchParameter ConserveMomentum { get; set; }

    protected override object? ErrorTarget => Network;

    protected override void Process()
    {
        if (Reversal && !Network.HasReversiblePaths)
        {
            WriteWarning(
                "Path reversal is never accepted here: a path from an initial to a final state, read backward, is no path of this network. "
                + "Make the states initial and final both, or leave -Reversal out.");
        }

        WriteObject(MoveScheme.Create(Network, new MoveSchemeOptions
        {
            Shooting = Shooting,
            ShootingWeight = ShootingWeight,
            ReversalWeight = Reversal ? ReversalWeight : 0,
            Selector = CreateSelector(),
            Modifier = CreateModifier(),
        }));
    }

    private ShootingSelector CreateSelector()
    {
        if (Selector == SelectorKind.Uniform)
        {
            return SelectorVariable is null && SelectorCenter is null && SelectorAlpha is null
                ? ShootingSelector.Uniform
                : throw new ArgumentException("-SelectorVariable, -SelectorCenter and -SelectorAlpha are for -Selector Gaussian.");
        }

        return SelectorVariable is { } variable && SelectorCenter is { } center && SelectorAlpha is { } alpha
            ? ShootingSelector.GaussianBias(variable, center, alpha)
            : throw new ArgumentException("-Selector Gaussian needs -SelectorVariable, -SelectorCenter and -SelectorAlpha.");
    }

    private VelocityModifier? CreateModifier() => VelocityModifier switch
    {
        VelocityModifierKind.None => null,
        VelocityModifierKind.Random => Compute.Paths.Modifiers.VelocityModifier.Random(null, Particle, ConserveMomentum),
        VelocityModifierKind.Direction => Compute.Paths.Modifiers.VelocityModifier.Direction(Width(), Particle, ConserveMomentum),
        _ => Compute.Paths.Modifiers.VelocityModifier.SingleAtomDirection(Width(), Particle),
    };

    private double Width() => KickWidth ?? throw new ArgumentException($"-VelocityModifier {VelocityModifier} needs -KickWidth.");
}
