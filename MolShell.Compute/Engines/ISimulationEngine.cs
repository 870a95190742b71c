using MolShell.Compute.Dynamics;
using MolShell.Compute.Dynamics.Replicas;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Engines;

/// <summary>
/// What path sampling needs of a molecular dynamics program: frames from a start point, one by one. The built-in engine, GROMACS
/// and LAMMPS are all used through this.
/// </summary>
public interface ISimulationEngine : IDisposable
{
    /// <summary>Name for records, such as "BuiltIn".</summary>
    string Name { get; }

    MolecularSystem System { get; }

    /// <summary>
    /// A culture-invariant text of the engine and every setting besides the system that decides how frames follow each other; runs are
    /// continued only by engines with equal texts.
    /// </summary>
    string Describe() => Name;

    /// <summary>Integration steps between two frames.</summary>
    int StepsPerFrame { get; }

    /// <summary>Time between two frames [time].</summary>
    double FrameInterval => double.NaN;

    /// <summary>Bath temperature [temperature], for velocity modifiers; null for constant energy.</summary>
    double? Temperature { get; }

    /// <summary>False where frames have no velocities and dynamics needs none, as overdamped dynamics does.</summary>
    bool NeedsVelocities => true;

    /// <summary>Whether the same start may be followed by other frames; constant energy is not.</summary>
    bool IsStochastic => Temperature is not null;

    /// <summary>Whether distances are held fixed, so that not all velocities are possible.</summary>
    bool HasConstraints => false;

    /// <summary>
    /// The frame as the engine takes it: in its precision, without motion that it removes, and with velocities projected onto its constraints.
    /// Velocities of the Maxwell-Boltzmann distribution are of that distribution under the constraints afterwards.
    /// </summary>
    Frame Prepare(Frame frame) => frame;

    /// <summary>
    /// Starts dynamics at <paramref name="start"/>, which has velocities where they are needed, with the noise of <paramref name="key"/>:
    /// the same start and key give the same frames, bit by bit, where the engine is built in. To go backward in time, start at
    /// <see cref="Frame.Reversed"/> and reverse the frames that come.
    /// </summary>
    IEngineRun Begin(Frame start, RandomKey key);

    /// <summary>
    /// Runs many pieces of dynamics, each as <see cref="Begin"/> would alone with the same start and key; side by side where the engine can.
    /// All happens on the calling thread; several threads may do so at the same time.
    /// </summary>
    /// <param name="next">
    /// Gives the next piece, or null where there is none now. It is asked again when a piece has ended, since that may bring about others;
    /// when it has none and no piece is under way, all is done.
    /// </param>
    /// <param name="cancellation">Stops all.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="SimulationException">A piece left the finite numbers, and its owner did not take that.</exception>
    void RunMany(Func<IReplica?> next, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(next);
        while (next() is { } replica)
        {
            try
            {
                using IEngineRun run = Begin(replica.Start, replica.Key);
                long step = 0;
                for (Frame frame = replica.Start; replica.Add(new ReplicaPoint(frame, step)); step += StepsPerFrame)
                {
                    frame = run.Next(cancellation);
                }
            }
            catch (SimulationException fault)
            {
                replica.Fail(fault);
            }
        }
    }
}
