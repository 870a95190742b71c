using System.Management.Automation;
using System.Management.Automation.Host;
using MolShell.Compute.Plots;

namespace MolShell.Infrastructure;

/// <summary>What the host's screen can show, as far as the host says.</summary>
internal static class Terminal
{
    private const int DefaultWidth = 80;
    private const int DefaultHeight = 24;

    /// <summary>Columns and lines of the window; 80 x 24 where the host has no window or does not know.</summary>
    public static (int Width, int Height) Size(PSHost? host)
    {
        try
        {
            if (host?.UI?.RawUI?.WindowSize is { Width: > 0, Height: > 0 } size)
            {
                return (size.Width, size.Height);
            }
        }
        catch (Exception exception) when (exception is RuntimeException or NotImplementedException or NotSupportedException or IOException)
        {
            // Hosts without a window say so in one of these ways.
        }

        return (DefaultWidth, DefaultHeight);
    }

    /// <summary>The colours of the screen; none where the host shows no escape sequences, or the user wants none (no-color.org).</summary>
    public static ColorDepth Colors(PSHost? host)
    {
        if (host?.UI?.SupportsVirtualTerminal != true || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")))
        {
            return ColorDepth.None;
        }

        return Environment.GetEnvironmentVariable("COLORTERM") is "truecolor" or "24bit" ? ColorDepth.TrueColor : ColorDepth.Ansi256;
    }
}
