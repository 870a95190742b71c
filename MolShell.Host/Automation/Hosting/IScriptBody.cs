namespace System.Management.Automation.Hosting;

/// <summary>The runnable inside of a script block, supplied by the language.</summary>
public interface IScriptBody
{
    /// <summary>Text between the braces.</summary>
    string Text { get; }

    /// <summary>Runs it on the calling thread.</summary>
    /// <param name="call">Arguments, $_ and scope.</param>
    /// <param name="output">Takes each object at once as it is written; collections are already enumerated.</param>
    void Run(in ScriptCall call, Action<object?> output);
}
