using MolShell.Compute.Engines;
using MolShell.Compute.Paths.Swapping;

namespace MolShell.Compute.Paths.Storage;

/// <summary>
/// Path sampling that stores every step in a run file before it hands it out; see <see cref="PathStore"/> for what a kill can lose.
/// </summary>
public sealed class PathSamplingRun : IDisposable
{
    private readonly IPathSampler sampler;
    private readonly PathStore store;

    private PathSamplingRun(IPathSampler sampler, PathStore store)
    {
        this.sampler = sampler;
        this.store = store;
    }

    /// <summary>Number of steps made and stored.</summary>
    public long Step => sampler.Step;

    /// <summary>The active paths.</summary>
    public SampleSet Active => sampler.Active;

    /// <summary>Begins a run and its file.</summary>
    /// <param name="path">Path of the run file.</param>
    /// <param name="scheme">What is sampled and how.</param>
    /// <param name="engine">Makes the frames; not disposed here.</param>
    /// <param name="initial">The active path of each ensemble.</param>
    /// <param name="seed">Seed of all random numbers.</param>
    /// <param name="options">Further choices of sampling; null for the defaults.</param>
    /// <param name="storage">How to write; null for the defaults.</param>
    /// <exception cref="ArgumentException">A mover is not meaningful with this engine.</exception>
    /// <exception cref="PathSamplingException">A path is not in its ensemble.</exception>
    /// <exception cref="PathStoreException">The file exists, is in use, or cannot be written.</exception>
    public static PathSamplingRun Create(
        string path,
        MoveScheme scheme,
        ISimulationEngine engine,
        SampleSet initial,
        ulong seed,
        PathSamplingOptions? options = null,
        PathStoreOptions? storage = null)
    {
        options ??= new PathSamplingOptions();
        IPathSampler sampler = Start(scheme, engine, initial, seed, 0, 0, options);
        PathRunHeader header = PathRunHeader.Of(scheme, engine, seed, options);
        return new PathSamplingRun(sampler, PathStore.Create(path, header, sampler.ToRecords(), storage));
    }

    /// <summary>Goes on with the run of a file; what follows is what would have followed without the stop.</summary>
    /// <param name="path">Path of the run file.</param>
    /// <param name="scheme">The scheme of the run.</param>
    /// <param name="engine">The engine of the run; not disposed here.</param>
    /// <param name="seed">The seed of the run; null takes it from the file.</param>
    /// <param name="options">The choices of the run; null for the defaults.</param>
    /// <param name="storage">How to write; null for the defaults.</param>
    /// <exception cref="PathStoreException">The file is missing, in use, damaged, no run file, or of another run.</exception>
    public static PathSamplingRun Resume(
        string path,
        MoveScheme scheme,
        ISimulationEngine engine,
        ulong? seed = null,
        PathSamplingOptions? options = null,
        PathStoreOptions? storage = null)
    {
        options ??= new PathSamplingOptions();
        ulong runSeed = seed ?? SeedOf(path);
        PathStore store = PathStore.OpenToAppend(path, PathRunHeader.Of(scheme, engine, runSeed, options), storage);
        try
        {
            SampleSet active = store.ReadActive(scheme);
            return new PathSamplingRun(Start(scheme, engine, active, runSeed, store.LastStep, store.LastMove, options), store);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Makes and stores steps, one each time the enumeration asks for one.</summary>
    /// <param name="steps">Number of further steps.</param>
    /// <param name="cancellation">Stops the run; a step under way is then not made.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    /// <exception cref="PathStoreException">The file cannot be written.</exception>
    public IEnumerable<PathStep> Run(long steps, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        return Iterate(steps, cancellation);
    }

    /// <summary>Makes all steps so far survive the end of the process, and readers of the file see them.</summary>
    /// <exception cref="PathStoreException">The file cannot be written.</exception>
    public void Flush() => store.Flush();

    public void Dispose() => store.Dispose();

    /// <summary>The sampler that the options ask for.</summary>
    public static IPathSampler Start(
        MoveScheme scheme, ISimulationEngine engine, SampleSet active, ulong seed, PathSamplingOptions? options = null) =>
        Start(scheme, engine, active, seed, 0, 0, options ?? new PathSamplingOptions());

    private static IPathSampler Start(
        MoveScheme scheme, ISimulationEngine engine, SampleSet active, ulong seed, long step, long begun, PathSamplingOptions options) =>
        options.InfiniteSwapping
            ? new SwappingSampler(scheme, engine, active, seed, step, begun, options)
            : new PathSampler(scheme, engine, active, seed, step, options);

    private static ulong SeedOf(string path)
    {
        using PathStore store = PathStore.OpenToRead(path);
        return store.Header.Seed;
    }

    private IEnumerable<PathStep> Iterate(long steps, CancellationToken cancellation)
    {
        try
        {
            foreach (PathStep step in sampler.Run(steps, cancellation))
            {
                store.Append(step);
                yield return step;
            }
        }
        finally
        {
            store.Flush();
        }
    }
}
