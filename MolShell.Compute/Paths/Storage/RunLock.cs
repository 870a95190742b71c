namespace MolShell.Compute.Paths.Storage;

/// <summary>
/// Keeps a second writer away from a run file: a file beside it, open for one process only. The system lets go of it when the process
/// ends in whatever way, so a file left by a kill locks nothing.
/// </summary>
internal sealed class RunLock : IDisposable
{
    // How a system says that a file is open elsewhere: EWOULDBLOCK of Linux and of macOS, a sharing violation of Windows.
    private static readonly int[] InUseCodes = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream stream;

    private RunLock(FileStream stream) => this.stream = stream;

    public static RunLock Take(string runFile)
    {
        string path = runFile + "-lock";
        try
        {
            return new RunLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (DirectoryNotFoundException error)
        {
            throw new PathStoreException($"The folder of the run file '{runFile}' does not exist. Create it first.", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new PathStoreException($"The run file '{runFile}' cannot be written: its folder is read-only.", error);
        }
        catch (IOException error) when (!InUseCodes.Contains(error.HResult))
        {
            throw new PathStoreException($"The run file '{runFile}' cannot be written: {error.Message}", error);
        }
        catch (IOException error)
        {
            throw new PathStoreException(
                $"The run file '{runFile}' is being written by another process. Wait for it or stop it; it can be read meanwhile.",
                error);
        }
    }

    public void Dispose() => stream.Dispose();
}
