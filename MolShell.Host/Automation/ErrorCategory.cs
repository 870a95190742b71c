namespace System.Management.Automation;

/// <summary>Kind of an error.</summary>
public enum ErrorCategory
{
    /// <summary>Not said.</summary>
    NotSpecified = 0,

    /// <summary>Opening failed.</summary>
    OpenError = 1,

    /// <summary>Closing failed.</summary>
    CloseError = 2,

    /// <summary>A device failed.</summary>
    DeviceError = 3,

    /// <summary>Deadlock.</summary>
    DeadlockDetected = 4,

    /// <summary>An argument is wrong.</summary>
    InvalidArgument = 5,

    /// <summary>Data are wrong.</summary>
    InvalidData = 6,

    /// <summary>Not possible now.</summary>
    InvalidOperation = 7,

    /// <summary>A result is wrong.</summary>
    InvalidResult = 8,

    /// <summary>A type is wrong.</summary>
    InvalidType = 9,

    /// <summary>Metadata are wrong.</summary>
    MetadataError = 10,

    /// <summary>Not implemented.</summary>
    NotImplemented = 11,

    /// <summary>Not installed.</summary>
    NotInstalled = 12,

    /// <summary>Not found.</summary>
    ObjectNotFound = 13,

    /// <summary>Stopped.</summary>
    OperationStopped = 14,

    /// <summary>Took too long.</summary>
    OperationTimeout = 15,

    /// <summary>Wrong syntax.</summary>
    SyntaxError = 16,

    /// <summary>Could not be parsed.</summary>
    ParserError = 17,

    /// <summary>Not permitted.</summary>
    PermissionDenied = 18,

    /// <summary>In use.</summary>
    ResourceBusy = 19,

    /// <summary>Exists already.</summary>
    ResourceExists = 20,

    /// <summary>Not available.</summary>
    ResourceUnavailable = 21,

    /// <summary>Reading failed.</summary>
    ReadError = 22,

    /// <summary>Writing failed.</summary>
    WriteError = 23,

    /// <summary>An outside program wrote to its error stream.</summary>
    FromStdErr = 24,

    /// <summary>Refused for security.</summary>
    SecurityError = 25,

    /// <summary>Protocol violated.</summary>
    ProtocolError = 26,

    /// <summary>Connection failed.</summary>
    ConnectionError = 27,

    /// <summary>Log-in failed.</summary>
    AuthenticationError = 28,

    /// <summary>A limit was reached.</summary>
    LimitsExceeded = 29,

    /// <summary>A quota was used up.</summary>
    QuotaExceeded = 30,

    /// <summary>Switched off.</summary>
    NotEnabled = 31,
}
