using System.Globalization;

namespace System.Management.Automation.Host;

/// <summary>The program that runs the pipeline.</summary>
public abstract class PSHost
{
    /// <summary>Name.</summary>
    public abstract string Name { get; }

    /// <summary>Version.</summary>
    public abstract Version Version { get; }

    /// <summary>Id of this session.</summary>
    public abstract Guid InstanceId { get; }

    /// <summary>Way to the user.</summary>
    public abstract PSHostUserInterface? UI { get; }

    /// <summary>Culture of formatting.</summary>
    public abstract CultureInfo CurrentCulture { get; }

    /// <summary>Culture of messages.</summary>
    public abstract CultureInfo CurrentUICulture { get; }
}
