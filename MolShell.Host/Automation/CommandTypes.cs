namespace System.Management.Automation;

/// <summary>Kinds of commands.</summary>
[Flags]
public enum CommandTypes
{
    /// <summary>Another name of a command.</summary>
    Alias = 0x1,

    /// <summary>Function.</summary>
    Function = 0x2,

    /// <summary>Filter.</summary>
    Filter = 0x4,

    /// <summary>Cmdlet.</summary>
    Cmdlet = 0x8,

    /// <summary>Script file.</summary>
    ExternalScript = 0x10,

    /// <summary>Program.</summary>
    Application = 0x20,

    /// <summary>Script text.</summary>
    Script = 0x40,

    /// <summary>Configuration.</summary>
    Configuration = 0x100,

    /// <summary>All.</summary>
    All = Alias | Function | Filter | Cmdlet | Script | Application | ExternalScript | Configuration,
}
