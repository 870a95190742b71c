namespace MolShell.Host.Pipeline;

/// <summary>Carries what a command writes to the next command, or out of the pipeline.</summary>
internal sealed class OutputPipe(Action<object?> next)
{
    private readonly Queue<object?> waiting = new();

    /// <summary>Number of objects that wait before any goes on (-OutBuffer).</summary>
    public int Buffer { get; set; }

    /// <summary>Variable that takes the objects too (-OutVariable).</summary>
    public StreamVariable? Copy { get; set; }

    /// <summary>Called with each object as it goes on (-PipelineVariable).</summary>
    public Action<object?>? Current { get; set; }

    public void Write(object? value)
    {
        Copy?.Add(value);
        if (Buffer == 0)
        {
            Send(value);
            return;
        }

        waiting.Enqueue(value);
        if (waiting.Count > Buffer)
        {
            Flush();
        }
    }

    /// <summary>Sends on what waits.</summary>
    public void Flush()
    {
        while (waiting.TryDequeue(out object? value))
        {
            Send(value);
        }
    }

    private void Send(object? value)
    {
        Current?.Invoke(value);
        next(value);
    }
}
