using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces;

/// <summary>A force that devices other than the processor can compute too.</summary>
internal interface IDeviceForce
{
    /// <summary>What such a device needs to know of this force for one system; null where the force is of a kind it does not have.</summary>
    DeviceTerm? DescribeFor(MolecularSystem system);
}
