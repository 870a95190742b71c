using System.Runtime.InteropServices;

namespace MolShell.Host.Console;

/// <summary>
/// Turns Ctrl-C and a request to end (SIGTERM) into a stop of the running commands, once: a second one ends the process at once. The
/// process also ends when the commands take longer than the time they have to leave their files valid.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly Action stop;
    private readonly Action giveUp;
    private readonly PosixSignalRegistration[] registrations;
    private Timer? timer;
    private int received;

    /// <param name="stop">Stops the commands; called on another thread than theirs.</param>
    /// <param name="giveUp">Ends the process, when they go on regardless.</param>
    public StopSignals(Action stop, Action giveUp)
    {
        this.stop = stop;
        this.giveUp = giveUp;
        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
        ];
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations)
        {
            registration.Dispose();
        }

        timer?.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (Interlocked.Increment(ref received) > 1)
        {
            return;
        }

        context.Cancel = true;
        timer = new Timer(_ => giveUp(), null, Grace, Timeout.InfiniteTimeSpan);
        stop();
    }
}
