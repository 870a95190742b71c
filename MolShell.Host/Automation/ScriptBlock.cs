using System.Collections.ObjectModel;
using System.Management.Automation.Hosting;
using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>A piece of script as a value.</summary>
/// <param name="body">Its inside, supplied by the language.</param>
public class ScriptBlock(IScriptBody body)
{
    /// <summary>Its inside.</summary>
    public IScriptBody Body { get; } = body;

    /// <summary>Runs it in a scope of its own.</summary>
    /// <param name="args">Arguments.</param>
    /// <returns>All it wrote.</returns>
    public Collection<PSObject> Invoke(params object?[] args)
    {
        Collection<PSObject> output = [];
        ScriptCall call = new() { Arguments = args ?? [], NewScope = true };
        Body.Run(call, o => output.Add(PSObject.AsPSObject(o ?? AutomationNull.Value)));
        return output;
    }

    /// <summary>Runs it in a scope of its own.</summary>
    /// <param name="args">Arguments.</param>
    /// <returns>Nothing, the one object, or an array of all it wrote.</returns>
    public object? InvokeReturnAsIs(params object?[] args) =>
        Evaluate(new ScriptCall { Arguments = args ?? [], NewScope = true });

    /// <summary>Runs it and gathers what it writes.</summary>
    /// <param name="call">How it is called.</param>
    /// <returns><see cref="AutomationNull"/>, the one object, or an array of all it wrote.</returns>
    public object? Evaluate(in ScriptCall call)
    {
        object? first = AutomationNull.Value;
        List<object?>? all = null;
        int count = 0;
        Body.Run(call, o =>
        {
            if (++count == 1)
            {
                first = o;
            }
            else
            {
                (all ??= [first]).Add(o);
            }
        });
        return all is null ? first : all.ToArray();
    }

    /// <inheritdoc/>
    public override string ToString() => Body.Text;
}
