using System.Runtime.InteropServices;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.IO;

/// <summary>Between vectors and the plain numbers of files.</summary>
internal static class Vectors
{
    /// <summary>Vectors of numbers, shape [n, 3].</summary>
    public static Vec3[] Of(double[] numbers) => MemoryMarshal.Cast<double, Vec3>(numbers).ToArray();
}
