using System.Diagnostics;
using MolShell.Compute.Devices.Cuda;
using Xunit;

namespace MolShell.Compute.Tests.Devices.Cuda;

/// <summary>
/// A driver and a compiler of CUDA that run kernels on the processor, made by g++ from emulation.cpp: all of MolShell's own way to CUDA is
/// tested, and the kernels as CUDA C++, but no NVIDIA software and no hardware. Where clang is there too, it compiles each text to PTX.
/// </summary>
public sealed class CudaEmulation : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"molshell-{Guid.NewGuid():n}");
    private readonly string? fault;
    private int copies;

    public CudaEmulation()
    {
        Directory.CreateDirectory(folder);
        foreach (string name in new[] { "emulation.cpp", "host.h", "declarations.h" })
        {
            using Stream source = typeof(CudaEmulation).Assembly.GetManifestResourceStream($"Cuda/{name}")!;
            using FileStream file = File.Create(Path.Combine(folder, name));
            source.CopyTo(file);
        }

        HasClang = Run("clang", "--version") is null;
        fault = !OperatingSystem.IsLinux() ? "it is for Linux" : Run("g++", "-std=c++17", "-O1", "-shared", "-fPIC", "-o", "libemulation.so", "emulation.cpp", "-ldl");
    }

    public bool HasClang { get; }

    /// <summary>Libraries that pretend what the settings say; the test is skipped where they cannot be made.</summary>
    internal CudaLibraries Libraries(params (string Name, int Value)[] settings)
    {
        Assert.SkipWhen(fault is not null, $"CUDA cannot be emulated here: {fault}.");

        // The loader knows a library by its path.
        string copy = Path.Combine(folder, Interlocked.Increment(ref copies).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Directory.CreateDirectory(copy);
        foreach (string name in new[] { "libemulation.so", "host.h", "declarations.h" })
        {
            File.Copy(Path.Combine(folder, name), Path.Combine(copy, name));
        }

        File.WriteAllLines(Path.Combine(copy, "settings"), settings.Append(("clang", HasClang ? 1 : 0)).Select(pair => Invariant($"{pair.Item1} {pair.Item2}")));
        string library = Path.Combine(copy, "libemulation.so");
        return new CudaLibraries([library], [library]);
    }

    internal CudaDevice Open(params (string Name, int Value)[] settings) =>
        new(0, Libraries(settings), Path.Combine(folder, "cache"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // What went wrong, or null.
    private string? Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true,
            })!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            output.Wait();
            return process.ExitCode == 0 ? null : $"{program}: {errors}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return $"there is no {program}";
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
