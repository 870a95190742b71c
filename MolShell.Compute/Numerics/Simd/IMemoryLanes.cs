namespace MolShell.Compute.Numerics.Simd;

/// <summary>Lanes that are loaded from and stored to arrays of their own precision.</summary>
public interface IMemoryLanes<TSelf, T> : ILanes<TSelf>
    where TSelf : struct, IMemoryLanes<TSelf, T>
    where T : unmanaged
{
    /// <summary>The numbers that follow each other from <paramref name="first"/> + <paramref name="offset"/> on.</summary>
    static abstract TSelf Load(ref readonly T first, int offset);

    /// <summary>Writes the lanes from <paramref name="first"/> + <paramref name="offset"/> on.</summary>
    void Store(ref T first, int offset);

    /// <summary>
    /// Writes the nearest integers, the even one of two, from <paramref name="first"/> + <paramref name="offset"/> on; numbers are below 2^62.
    /// </summary>
    void StoreRounded(ref long first, int offset);
}
