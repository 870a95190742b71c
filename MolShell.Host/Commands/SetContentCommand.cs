using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using MolShell.Host.Pipeline;

namespace Microsoft.PowerShell.Commands;

/// <summary>Writes texts to a file, in place of what it held.</summary>
[Cmdlet(VerbsCommon.Set, "Content", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[CoreModule(CoreModuleAttribute.Management)]
[PowerShellParameters("Credential", "Filter", "Include", "Exclude", "Encoding", "AsByteStream", "Stream")]
public class SetContentCommand : PSCmdlet, IDisposable
{
    private readonly List<StreamWriter> writers = [];
    private bool opened;

    /// <summary>The file, wildcards allowed.</summary>
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>The file; wildcards are plain characters.</summary>
    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[]? LiteralPath { get; set; }

    /// <summary>What to write: a line for each.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public object?[]? Value { get; set; }

    /// <summary>Gives what was written down the pipe.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Overwrites a read-only file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes no line ends.</summary>
    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!opened)
        {
            opened = true;
            Open();
        }

        if (PassThru && writers.Count > 0)
        {
            WriteObject(Value, true);
        }

        foreach (StreamWriter writer in writers)
        {
            Write(writer, Value);
        }
    }

    /// <summary>Closes the files.</summary>
    /// <param name="disposing">Whether called from Dispose.</param>
    protected virtual void Dispose(bool disposing)
    {
        foreach (StreamWriter writer in writers)
        {
            writer.Dispose();
        }

        writers.Clear();
    }

    private void Open()
    {
        foreach (string full in Targets())
        {
            if (!ShouldProcess($"Path: {full}", "Set Content"))
            {
                continue;
            }

            try
            {
                if (Force && File.Exists(full))
                {
                    File.SetAttributes(full, File.GetAttributes(full) & ~FileAttributes.ReadOnly);
                }

                writers.Add(new StreamWriter(full, append: false, new UTF8Encoding(false)));
            }
            catch (DirectoryNotFoundException e)
            {
                WriteError(new ErrorRecord(e, "GetContentWriterDirectoryNotFoundError", ErrorCategory.ObjectNotFound, full));
            }
            catch (IOException e)
            {
                WriteError(new ErrorRecord(e, "GetContentWriterIOError", ErrorCategory.WriteError, full));
            }
            catch (UnauthorizedAccessException e)
            {
                WriteError(new ErrorRecord(e, "GetContentWriterUnauthorizedAccessError", ErrorCategory.PermissionDenied, full));
            }
        }
    }

    private IEnumerable<string> Targets()
    {
        if (LiteralPath is not null)
        {
            return LiteralPath.Select(GetUnresolvedProviderPathFromPSPath);
        }

        List<string> found = [];
        foreach (string path in Path!)
        {
            if (!WildcardPattern.ContainsWildcardCharacters(path))
            {
                found.Add(GetUnresolvedProviderPathFromPSPath(path));
                continue;
            }

            Collection<string> matches = GetResolvedProviderPathFromPSPath(path, out _);
            if (matches.Count == 0)
            {
                ItemNotFoundException missing =
                    new($"An object at the specified path {path} does not exist, or has been filtered by the -Include or -Exclude "
                        + "parameter.");
                WriteError(new ErrorRecord(missing, "ItemNotFound", ErrorCategory.ObjectNotFound, path));
            }

            found.AddRange(matches);
        }

        return found;
    }

    private void Write(StreamWriter writer, object? value)
    {
        object? plain = PSObject.Unwrap(value);
        if (plain is object?[] elements)
        {
            foreach (object? element in elements)
            {
                Write(writer, element);
            }

            return;
        }

        string text = plain is PSObject custom
            ? PSObject.ToText(custom, CultureInfo.InvariantCulture)
            : Convert.ToString(plain, CultureInfo.InvariantCulture) ?? string.Empty;
        if (NoNewline)
        {
            writer.Write(text);
        }
        else
        {
            writer.WriteLine(text);
        }
    }
}
