using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Neighbors.Clusters;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Devices.Engine;

/// <summary>
/// The particles of a run in the memory of a device, as structure of arrays by slot; slots are sorted in space. Positions and velocities
/// are in double precision, forces are fixed-point sums.
/// </summary>
internal sealed class DeviceParticles : IDisposable
{
    /// <summary>What stands in the control block where nothing happened.</summary>
    public const int Never = int.MaxValue;

    private const int FrameLength = 22;
    private const int LatticeLength = 2 + (3 * 3) + (3 * 3) + (7 * 4);

    private readonly List<IKernelArray> arrays = [];
    private readonly double[] column;
    private readonly int[] ids;
    private bool idsAreFresh;

    public DeviceParticles(MolecularSystem system, KernelDevice device, Precision precision)
    {
        (Device, Precision, Count) = (device, precision, system.ParticleCount);
        column = new double[Count];
        ids = new int[Count];
        (X, Y, Z) = (Doubles(), Doubles(), Doubles());
        (VelocityX, VelocityY, VelocityZ) = (Doubles(), Doubles(), Doubles());
        (ReferenceX, ReferenceY, ReferenceZ) = (Doubles(), Doubles(), Doubles());
        (ForceX, ForceY, ForceZ) = (Own(device.CreateArray<long>(Count)), Own(device.CreateArray<long>(Count)), Own(device.CreateArray<long>(Count)));
        Place = precision == Precision.Mixed
            ? Own(device.CreateArray<(int, int, int, int)>(Count))
            : Own(device.CreateArray<(long, long, long, long)>(Count));
        (Id, SlotOf) = (Own(device.CreateArray<int>(Count)), Own(device.CreateArray<int>(Count)));
        Charge = Doubles();
        TypeOf = Own(device.CreateArray<int>([.. system.Topology.Types]));
        double[] charges = system.Topology.Charges.IsEmpty ? new double[Count] : [.. system.Topology.Charges];
        ChargeOf = Own(device.CreateArray<double>(charges));
        Frame = Own(device.CreateArray<double>(FrameLength));
        Edges = Reals(new double[9]);
        Lattice = Own(device.CreateArray<double>(LatticeLength));
        Control = Own(device.CreateArray<int>(4));
    }

    public KernelDevice Device { get; }

    public Precision Precision { get; }

    public int Count { get; }

    public KernelArray<double> X { get; }

    public KernelArray<double> Y { get; }

    public KernelArray<double> Z { get; }

    public KernelArray<double> VelocityX { get; }

    public KernelArray<double> VelocityY { get; }

    public KernelArray<double> VelocityZ { get; }

    /// <summary>Positions at which lists were made [length].</summary>
    public KernelArray<double> ReferenceX { get; }

    public KernelArray<double> ReferenceY { get; }

    public KernelArray<double> ReferenceZ { get; }

    /// <summary>Forces [force quantum].</summary>
    public KernelArray<long> ForceX { get; }

    public KernelArray<long> ForceY { get; }

    public KernelArray<long> ForceZ { get; }

    /// <summary>Places in fixed point along the edges of the frame, and the type: four integers of 32 or 64 bits.</summary>
    public IKernelArray Place { get; }

    /// <summary>The particle in each slot.</summary>
    public KernelArray<int> Id { get; }

    /// <summary>The slot of each particle.</summary>
    public KernelArray<int> SlotOf { get; }

    /// <summary>Charges by slot.</summary>
    public KernelArray<double> Charge { get; }

    /// <summary>Types by particle.</summary>
    public KernelArray<int> TypeOf { get; }

    /// <summary>Charges by particle.</summary>
    public KernelArray<double> ChargeOf { get; }

    /// <summary>The lattice of fixed-point places.</summary>
    public KernelArray<double> Frame { get; }

    /// <summary>Edges of the frame for one step of a place [length].</summary>
    public IKernelArray Edges { get; }

    /// <summary>The periods of the box, for nearest images.</summary>
    public KernelArray<double> Lattice { get; }

    /// <summary>
    /// What kernels tell: the move after which lists are void, the moves whose forces and energies do not fit their units, the
    /// longest list.
    /// </summary>
    public KernelArray<int> Control { get; }

    /// <summary>Takes over the box.</summary>
    /// <param name="box">The box.</param>
    /// <param name="frame">Its frame.</param>
    public void SetBox(Box box, ClusterFrame frame)
    {
        Frame.Write(
        [
            .. Numbers(frame.DualA, frame.DualB, frame.DualC),
            .. Numbers(frame.A, frame.B, frame.C),
            box.IsPeriodicA ? 1 : 0, box.IsPeriodicB ? 1 : 0, box.IsPeriodicC ? 1 : 0,
            box.IsRectangular ? 1 : 0,
        ]);
        double step = Precision == Precision.Mixed ? Math.ScaleB(1, -32) : Math.ScaleB(1, -64);
        WriteReals(Edges, [.. Numbers(frame.A * step, frame.B * step, frame.C * step)]);
        double[] lattice = new double[LatticeLength];
        box.Lattice?.ToNumbers().CopyTo(lattice, 0);
        Lattice.Write(lattice);
    }

    /// <summary>Puts each particle into the slot of its number.</summary>
    public void ResetOrder()
    {
        int[] natural = [.. Enumerable.Range(0, Count)];
        Id.Write(natural);
        SlotOf.Write(natural);
        idsAreFresh = false;
    }

    /// <summary>Says that the slots were sorted.</summary>
    public void ForgetOrder() => idsAreFresh = false;

    /// <summary>Writes vectors given in the order of the particles.</summary>
    public void Write(ReadOnlySpan<Vec3> vectors, KernelArray<double> x, KernelArray<double> y, KernelArray<double> z)
    {
        ReadOnlySpan<int> order = Ids();
        KernelArray<double>[] axes = [x, y, z];
        for (int axis = 0; axis < 3; axis++)
        {
            for (int slot = 0; slot < Count; slot++)
            {
                column[slot] = vectors[order[slot]][axis];
            }

            axes[axis].Write(column);
        }
    }

    /// <summary>Reads vectors in the order of the particles.</summary>
    public void Read(KernelArray<double> x, KernelArray<double> y, KernelArray<double> z, Span<Vec3> vectors)
    {
        ReadOnlySpan<int> order = Ids();
        double[][] axes = [new double[Count], new double[Count], column];
        x.Read(axes[0]);
        y.Read(axes[1]);
        z.Read(axes[2]);
        for (int slot = 0; slot < Count; slot++)
        {
            vectors[order[slot]] = new Vec3(axes[0][slot], axes[1][slot], axes[2][slot]);
        }
    }

    /// <summary>Reads forces [energy/length] in the order of the particles.</summary>
    /// <param name="quantum">Quantum of force.</param>
    /// <param name="forces">Receives them.</param>
    public void ReadForces(double quantum, Span<Vec3> forces)
    {
        ReadOnlySpan<int> order = Ids();
        long[][] axes = [new long[Count], new long[Count], new long[Count]];
        ForceX.Read(axes[0]);
        ForceY.Read(axes[1]);
        ForceZ.Read(axes[2]);
        for (int slot = 0; slot < Count; slot++)
        {
            forces[order[slot]] = new Vec3(axes[0][slot] * quantum, axes[1][slot] * quantum, axes[2][slot] * quantum);
        }
    }

    public void ClearForces()
    {
        ForceX.Clear();
        ForceY.Clear();
        ForceZ.Clear();
    }

    /// <summary>Wipes the control block.</summary>
    public void ResetControl() => Control.Write([Never, Never, Never, 0]);

    /// <summary>Waits for the kernels, and reads what they tell.</summary>
    public (int MovedAt, int FailedAt, int EnergyFailedAt, int Longest) ReadControl()
    {
        Span<int> control = stackalloc int[4];
        Control.Read(control);
        return (control[0], control[1], control[2], control[3]);
    }

    /// <summary>An array of real numbers of the precision of pairs, at least one.</summary>
    public IKernelArray Reals(double[] values)
    {
        if (Precision == Precision.Double)
        {
            return Own(Device.CreateArray<double>(values));
        }

        return Own(Device.CreateArray<float>(Array.ConvertAll(values, value => (float)value)));
    }

    /// <summary>Sets an argument that is a real number of the precision of pairs.</summary>
    public void SetReal(Kernel kernel, int index, double value)
    {
        if (Precision == Precision.Double)
        {
            kernel.Set(index, value);
        }
        else
        {
            kernel.Set(index, (float)value);
        }
    }

    /// <summary>Makes an array go with the others.</summary>
    public TArray Own<TArray>(TArray array)
        where TArray : IKernelArray
    {
        arrays.Add(array);
        return array;
    }

    public void Dispose() => arrays.ForEach(array => array.Dispose());

    private static double[] Numbers(params ReadOnlySpan<Vec3> vectors)
    {
        double[] numbers = new double[3 * vectors.Length];
        for (int k = 0; k < numbers.Length; k++)
        {
            numbers[k] = vectors[k / 3][k % 3];
        }

        return numbers;
    }

    private static void WriteReals(IKernelArray array, double[] values)
    {
        if (array is KernelArray<float> narrow)
        {
            narrow.Write(Array.ConvertAll(values, value => (float)value));
        }
        else
        {
            ((KernelArray<double>)array).Write(values);
        }
    }

    private KernelArray<double> Doubles() => Own(Device.CreateArray<double>(Count));

    private ReadOnlySpan<int> Ids()
    {
        if (!idsAreFresh)
        {
            Id.Read(ids);
            idsAreFresh = true;
        }

        return ids;
    }
}
