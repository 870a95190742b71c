using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths;

/// <summary>
/// A run of frames as one trial made them, in the order of its dynamics. Paths are lists of slices of segments, so that frames are
/// shared between paths and stored once. Values of variables are kept with the frames. Safe for use by several threads.
/// </summary>
internal abstract class FrameSegment(SegmentId id, int first, int count)
{
    // Marks a value that was not computed yet: a NaN that no arithmetic gives.
    private static readonly double Unknown = BitConverter.UInt64BitsToDouble(0x7ff8_5041_5448_0001);

    private readonly Lock gate = new();

    // A path is read by few variables, so a list that is searched beats a table. A longer list replaces a shorter one as a whole.
    private volatile Values[] known = [];

    public SegmentId Id => id;

    /// <summary>Place of the first frame held here in the run; frames that no path uses any more may have been let go.</summary>
    public int First => first;

    /// <summary>Number of frames held.</summary>
    public int Count => count;

    /// <summary>Whether the frames are at hand; a run file may have been written without them.</summary>
    public virtual bool HasFrames => true;

    /// <summary>The frame at a place of the run, as the dynamics gave it.</summary>
    public abstract Frame this[int place] { get; }

    /// <summary>The value of a variable at a place of the run, for the frame as given or with its velocities negated.</summary>
    public double Value(CollectiveVariable variable, int place, bool reversed)
    {
        bool negated = reversed && !variable.IsTimeReversible;
        ref double value = ref (Find(variable, negated) ?? Add(variable, negated))[place - first];
        if (BitConverter.DoubleToUInt64Bits(value) == BitConverter.DoubleToUInt64Bits(Unknown))
        {
            Frame frame = this[place];
            value = variable.Evaluate(negated ? frame.Reversed() : frame);
        }

        return value;
    }

    private double[]? Find(CollectiveVariable variable, bool negated)
    {
        foreach (Values candidate in known)
        {
            if (ReferenceEquals(candidate.Variable, variable) && candidate.Negated == negated)
            {
                return candidate.Numbers;
            }
        }

        return null;
    }

    private double[] Add(CollectiveVariable variable, bool negated)
    {
        lock (gate)
        {
            if (Find(variable, negated) is double[] found)
            {
                return found;
            }

            double[] numbers = new double[count];
            Array.Fill(numbers, Unknown);
            known = [.. known, new Values(variable, negated, numbers)];
            return numbers;
        }
    }

    private sealed record Values(CollectiveVariable Variable, bool Negated, double[] Numbers);
}
