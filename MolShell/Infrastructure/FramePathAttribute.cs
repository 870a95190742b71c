using System.Management.Automation;
using MolShell.Compute.Paths;

namespace MolShell.Infrastructure;

/// <summary>Lets a parameter of frames take a path, or a step of path sampling, for its frames.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FramePathAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Plain(inputData) switch
    {
        Trajectory path => path.ToArray(),
        PathStep step => step.Trajectory.ToArray(),
        object[] { Length: 1 } single when Plain(single[0]) is Trajectory or PathStep => Transform(engineIntrinsics, single[0]),
        _ => inputData,
    };

    private static object? Plain(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
