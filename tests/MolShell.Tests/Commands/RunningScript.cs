using System.Management.Automation;
using MolShell.Host.Language.Evaluation;
using MolShell.Host.Language.Syntax;
using MolShell.Host.Pipeline;
using MolShell.Tests.Host;

namespace MolShell.Tests.Commands;

/// <summary>A script that runs on a thread of its own, so that a test can stop it as Ctrl-C does.</summary>
internal sealed class RunningScript
{
    private readonly Session session;
    private readonly Task task;
    private int outputs;

    public RunningScript(string script, string folder)
    {
        session = new Session(Streams, CommandCatalog.Default()) { CurrentFolder = folder };
        ScriptEngine engine = new(session);
        task = Task.Run(() => engine.Run(engine.Prepare(new ScriptSource(script)), _ => Interlocked.Increment(ref outputs)));
    }

    public RecordedStreams Streams { get; } = new();

    public int Outputs => Volatile.Read(ref outputs);

    /// <summary>Waits until the script has written so many objects.</summary>
    public void WaitForOutputs(int count) => Assert.True(
        SpinWait.SpinUntil(() => Outputs >= count || task.IsCompleted, TimeSpan.FromSeconds(60)) && Outputs >= count,
        $"The script wrote {Outputs} objects: {string.Join("\n", Streams.Errors)}");

    /// <summary>Stops the script and returns how long it went on.</summary>
    public TimeSpan Stop()
    {
        System.Diagnostics.Stopwatch clock = System.Diagnostics.Stopwatch.StartNew();
        session.Stop();
        Assert.Throws<PipelineStoppedException>(() => task.GetAwaiter().GetResult());
        return clock.Elapsed;
    }
}
