namespace MolShell.Compute.Engines;

/// <summary>Programs that were asked to end, and the folders that go with them. Nobody has to wait for them but the end of the engine.</summary>
internal sealed class EndingProcesses : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<Task> tasks = [];

    public void Add(ExternalProcess process, WorkFolder folder)
    {
        Task task = Task.Run(() =>
        {
            process.Dispose();
            folder.Dispose();
        });
        lock (gate)
        {
            tasks.RemoveAll(t => t.IsCompleted);
            tasks.Add(task);
        }
    }

    /// <summary>Waits until all have ended.</summary>
    public void Dispose()
    {
        Task[] left;
        lock (gate)
        {
            left = [.. tasks];
        }

        Task.WaitAll(left);
    }
}
