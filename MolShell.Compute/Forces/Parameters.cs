using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces;

/// <summary>The packed numbers of a potential, for each lane its own.</summary>
public readonly ref struct Parameters<TReal>
    where TReal : struct, ILanes<TReal>
{
    private readonly ref readonly TReal first;

    /// <param name="first">The first number; the others follow it in memory.</param>
    /// <param name="data">Lists that numbers refer to.</param>
    /// <param name="chargeProduct">Product of the charges of the two particles [elementary charge^2].</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Parameters(ref readonly TReal first, ReadOnlySpan<double> data = default, TReal chargeProduct = default)
    {
        this.first = ref first;
        Data = data;
        ChargeProduct = chargeProduct;
    }

    /// <summary>Lists that numbers refer to by their start.</summary>
    public ReadOnlySpan<double> Data { get; }

    /// <summary>Product of the charges of the two particles [elementary charge^2]; only for potentials that use it.</summary>
    public TReal ChargeProduct { get; }

    /// <summary>A number, counted as <see cref="IPotential.Pack"/> wrote them.</summary>
    public TReal this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.Add(ref Unsafe.AsRef(in first), index);
    }

    /// <summary>The numbers from the given one on, for a potential inside another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Parameters<TReal> From(int index) => new(in Unsafe.Add(ref Unsafe.AsRef(in first), index), Data, ChargeProduct);

    /// <summary>The same numbers with another product of charges [elementary charge^2].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Parameters<TReal> WithCharges(TReal product) => new(in first, Data, product);
}
