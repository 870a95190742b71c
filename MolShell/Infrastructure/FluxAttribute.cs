using System.Management.Automation;
using MolShell.Compute.Numerics.Statistics;
using MolShell.Compute.Paths.Analysis.Rates;

namespace MolShell.Infrastructure;

/// <summary>Lets a parameter of fluxes take numbers, and records of measurements for the fluxes in them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FluxAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = Plain(inputData);
        InterfaceFlux[] fluxes = value is object[] list ? [.. list.SelectMany(item => FluxesOf(Plain(item)))] : [.. FluxesOf(value)];
        return fluxes.Length == 0 ? inputData : fluxes;
    }

    // What is none of these is left to the binder, which says what it expected.
    private static IEnumerable<InterfaceFlux> FluxesOf(object? value) => value switch
    {
        InterfaceFlux flux => [flux],
        double or float or int or long or decimal => [new InterfaceFlux(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture))],
        double[] numbers => numbers.Select(number => new InterfaceFlux(number)),
        Estimate estimate => [Of(estimate)],
        TransitionEstimate transition => [Of(transition.Flux)],
        TransitionRateEstimate rates => rates.Transitions.Select(t => Of(t.Flux)),
        _ => [],
    };

    private static InterfaceFlux Of(Estimate estimate) =>
        new(estimate.Value, double.IsNaN(estimate.StandardError) ? 0 : estimate.StandardError);

    private static object? Plain(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
