using MolShell.Compute.Devices;
using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Devices.OpenCl;
using Xunit;

namespace MolShell.Compute.Tests.Devices;

/// <summary>The OpenCL device of tests; a test is skipped where there is none.</summary>
internal static class OpenClTestDevice
{
    public static OpenClDevice Open(string? cacheFolder = null, bool? tiles = null)
    {
        DeviceInfo[] found = [.. DeviceCatalog.List().Where(info => info.Kind == DeviceKind.OpenCl)];
        DeviceInfo? usable = found.FirstOrDefault(info => info.IsUsable);
        Assert.SkipWhen(usable is null, $"No OpenCL device can be used here: {string.Join("; ", found.Select(info => info.Reason))}.");
        int number = DeviceName.Parse(usable!.Name).Number!.Value;
        KernelProfile profile = usable.Profile!;
        return new OpenClDevice(number, cacheFolder ?? ProgramCache.UserFolder) { Profile = profile with { UsesTiles = tiles ?? profile.UsesTiles } };
    }
}
