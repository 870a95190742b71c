using System.Management.Automation;
using MolShell.Host.Pipeline;

namespace MolShell.Tests.Host.Pipeline;

public sealed class StoppingTests
{
    private readonly RecordedStreams streams = new();

    [Fact]
    public async Task Stop_from_another_thread_ends_a_command_that_waits()
    {
        Session session = new(streams, new CommandCatalog([typeof(WaitForStopCommand)]));
        using Signals signals = new();
        CommandInvocation command = new(
            session.Catalog.Find("Wait-ForStop"), "Wait-ForStop", [CommandArgument.Named("Signals", signals)]);
        Task run = Task.Run(() => session.Run([command], Session.NoInput, _ => { }), TestContext.Current.CancellationToken);
        Assert.True(signals.Started.Wait(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken), "The command did not start.");
        session.Stop();
        await Assert.ThrowsAsync<PipelineStoppedException>(
            () => run.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        Assert.Equal(["begin", "stop True", "process ends True", "dispose"], signals.Steps);
        Assert.Throws<PipelineStoppedException>(() => session.Run([command], Session.NoInput, _ => { }));
        session.ClearStop();
        Assert.False(session.IsStopping);
    }

    [Fact]
    public void A_write_from_another_thread_is_refused()
    {
        Session session = new(streams, new CommandCatalog([typeof(WriteElsewhereCommand)]));
        CommandInvocation command = new(session.Catalog.Find("Write-Elsewhere"), "Write-Elsewhere", []);
        CmdletInvocationException e = Assert.Throws<CmdletInvocationException>(() => session.Collect([command], Session.NoInput));
        Assert.IsType<PSInvalidOperationException>(e.InnerException);
        Assert.Contains("same thread", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_while_disposing_is_told_and_the_next_command_is_disposed_of()
    {
        Session session = new(streams, new CommandCatalog([typeof(DisposeBadlyCommand)]));
        CommandInvocation command = new(session.Catalog.Find("Use-Badly"), "Use-Badly", []);
        Assert.Empty(session.Collect([command, command], Session.NoInput));
        Assert.Equal(2, streams.Errors.Count);
        Assert.All(streams.Errors, e => Assert.Contains("while disposing", e.ToString(), StringComparison.Ordinal));
        Assert.False(session.LastSucceeded);
    }

    /// <summary>Runs until it is stopped.</summary>
    [Cmdlet(VerbsLifecycle.Wait, "ForStop")]
    public sealed class WaitForStopCommand : PSCmdlet, IDisposable
    {
        private readonly ManualResetEventSlim stopped = new();

        /// <summary>What it tells of itself.</summary>
        [Parameter(Mandatory = true)]
        public Signals? Signals { get; set; }

        /// <inheritdoc/>
        public void Dispose()
        {
            stopped.Dispose();
            Signals?.Steps.Add("dispose");
        }

        /// <inheritdoc/>
        protected override void BeginProcessing() => Signals!.Steps.Add("begin");

        /// <inheritdoc/>
        protected override void ProcessRecord()
        {
            Signals!.Started.Set();
            stopped.Wait();
            Signals.Steps.Add($"process ends {Stopping}");
            WriteObject("too late");
            Signals.Steps.Add("never");
        }

        /// <inheritdoc/>
        protected override void EndProcessing() => Signals!.Steps.Add("end");

        /// <inheritdoc/>
        protected override void StopProcessing()
        {
            Signals!.Steps.Add($"stop {Stopping}");
            stopped.Set();
        }
    }

    /// <summary>What a command tells of itself.</summary>
    public sealed class Signals : IDisposable
    {
        public ManualResetEventSlim Started { get; } = new();

        public List<string> Steps { get; } = [];

        public void Dispose() => Started.Dispose();
    }

    /// <summary>Writes from a thread of its own.</summary>
    [Cmdlet(VerbsCommunications.Write, "Elsewhere")]
    public sealed class WriteElsewhereCommand : PSCmdlet
    {
        /// <inheritdoc/>
        protected override void ProcessRecord()
        {
            Exception? refused = null;
            Thread thread = new(() =>
            {
                try
                {
                    WriteObject(1);
                }
                catch (PSInvalidOperationException e)
                {
                    refused = e;
                }
            });
            thread.Start();
            thread.Join();
            throw refused ?? new InvalidOperationException("The write was taken.");
        }
    }

    /// <summary>Throws when it is disposed of.</summary>
    [Cmdlet(VerbsOther.Use, "Badly")]
    public sealed class DisposeBadlyCommand : PSCmdlet, IDisposable
    {
        /// <inheritdoc/>
        public void Dispose() => throw new InvalidOperationException("fault while disposing");
    }
}
