using System.Globalization;
using System.Management.Automation.Host;

namespace MolShell.Host.Pipeline;

/// <summary>molshell as cmdlets see it through $Host.</summary>
internal sealed class MolShellHost(IHostStreams streams) : PSHost
{
    public override string Name => "molshell";

    public override Version Version { get; } = typeof(MolShellHost).Assembly.GetName().Version ?? new Version(0, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI { get; } = new UserInterface(streams);

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    private sealed class UserInterface(IHostStreams streams) : PSHostUserInterface
    {
        public override PSHostRawUserInterface RawUI { get; } = new Screen(streams);

        public override bool SupportsVirtualTerminal => streams.SupportsVirtualTerminal;

        public override void Write(string value) => streams.WriteHost(value);

        public override void WriteLine(string value) => streams.WriteHostLine(value);
    }

    private sealed class Screen(IHostStreams streams) : PSHostRawUserInterface
    {
        public override Size BufferSize
        {
            get => MaxWindowSize;
            set => throw new NotSupportedException("molshell does not change the size of the screen.");
        }

        public override Size WindowSize
        {
            get => MaxWindowSize;
            set => throw new NotSupportedException("molshell does not change the size of the screen.");
        }

        public override Size MaxWindowSize => new(streams.Width, streams.Height);
    }
}
