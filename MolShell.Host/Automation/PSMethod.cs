using System.Collections.ObjectModel;
using System.Management.Automation.Hosting;

namespace System.Management.Automation;

/// <summary>A method of the .NET type of an object.</summary>
public class PSMethod : PSMethodInfo
{
    private readonly object target;

    internal PSMethod(string name, object target)
    {
        SetMemberName(name);
        this.target = target;
    }

    /// <inheritdoc/>
    public override PSMemberTypes MemberType => PSMemberTypes.Method;

    /// <inheritdoc/>
    public override string TypeNameOfValue => typeof(PSMethod).FullName!;

    /// <inheritdoc/>
    public override Collection<string> OverloadDefinitions =>
        new([.. TypeMembers.Of(target.GetType()).Methods(Name).Select(m => m.ToString()!)]);

    /// <inheritdoc/>
    public override object? Invoke(params object?[] arguments) => MethodCalls.Invoke(target, Name, arguments);

    /// <inheritdoc/>
    public override PSMemberInfo Copy() => new PSMethod(Name, target);

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", OverloadDefinitions);
}
