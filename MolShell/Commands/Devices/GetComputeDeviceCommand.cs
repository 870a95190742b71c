using System.Management.Automation;
using MolShell.Compute.Devices;

namespace MolShell.Commands.Devices;

/// <summary>Lists the devices that forces and dynamics can run on, with their limits, and why one cannot be used.</summary>
/// <remarks>
/// <para>
/// The processor is there always, as Cpu. OpenCL:0, OpenCL:1 and so on are the devices that OpenCL drivers offer, CUDA:0 and so on those of
/// the NVIDIA driver where its runtime compiler (NVRTC) is found too; a graphics processor may be there by both names. One that cannot be
/// used says why in the property Reason, and where OpenCL or CUDA is not installed at all, an entry of that name does. The parameter -Device
/// of other commands takes the names, and Cpu:n for n threads of the processor. The variable $MolShellDevice holds the device of the session.
/// </para>
/// <para>
/// The kernels are the same for all. They are tested on the processor by PoCL, and as CUDA C++ by an emulated driver and by clang, which
/// compiles them for NVIDIA processors; the way to CUDA has not yet run on hardware.
/// </para>
/// </remarks>
/// <example>
/// <code>Get-ComputeDevice</code>
/// <para>What there is on this machine.</para>
/// </example>
/// <example>
/// <code>
/// $MolShellDevice = (Get-ComputeDevice -Name Cpu).Name
/// New-DoubleWellSystem -DimerCount 1 | Start-MolecularDynamics -Step 100 -Seed 1 | Select-Object -Last 1
/// </code>
/// <para>Makes all cores the device of the session.</para>
/// </example>
/// <seealso href="Start-MolecularDynamics"/>
[Cmdlet(VerbsCommon.Get, "ComputeDevice")]
[OutputType(typeof(DeviceInfo))]
public sealed class GetComputeDeviceCommand : MolShellCommand
{
    /// <summary>Names of devices, with wildcards. Without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, HelpMessage = "Names of devices, with wildcards.")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    protected override object? ErrorTarget => Name;

    protected override void Process()
    {
        foreach (string name in Name ?? ["*"])
        {
            WildcardPattern pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            DeviceInfo[] found = [.. DeviceCatalog.List().Where(info => pattern.IsMatch(info.Name))];
            if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                throw new ArgumentException($"There is no device '{name}'; Get-ComputeDevice lists what there is.");
            }

            WriteObject(found, true);
        }
    }
}
