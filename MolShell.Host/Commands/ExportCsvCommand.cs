using System.Collections;
using System.Management.Automation;
using System.Text;
using MolShell.Host.Commands;
using MolShell.Host.Pipeline;

namespace Microsoft.PowerShell.Commands;

/// <summary>Writes objects to a CSV file, a line each; the properties of the first are the columns.</summary>
[Cmdlet(VerbsData.Export, "Csv", SupportsShouldProcess = true, DefaultParameterSetName = "Delimiter")]
[CoreModule(CoreModuleAttribute.Utility)]
[PowerShellParameters("Encoding", "UseCulture", "QuoteFields", "IncludeTypeInformation")]
public sealed class ExportCsvCommand : PSCmdlet, IDisposable
{
    private StreamWriter? writer;
    private CsvText? csv;
    private IReadOnlyList<string>? columns;
    private bool goOn;
    private string target = string.Empty;

    /// <summary>An object.</summary>
    [Parameter(ValueFromPipeline = true, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public object? InputObject { get; set; }

    /// <summary>The file.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The file; wildcards are plain characters.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath", "LP")]
    public string? LiteralPath { get; set; }

    /// <summary>Overwrites a read-only file; with -Append takes objects of other properties.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Refuses a file that exists.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Adds to the file.</summary>
    [Parameter]
    public SwitchParameter Append { get; set; }

    /// <summary>Character between the values.</summary>
    [Parameter(Position = 1, ParameterSetName = "Delimiter")]
    [ValidateNotNull]
    public char Delimiter { get; set; } = ',';

    /// <summary>When values stand in quotes.</summary>
    [Parameter]
    [Alias("UQ")]
    public QuoteKind UseQuotes { get; set; } = QuoteKind.Always;

    /// <summary>Leaves out the line of column names.</summary>
    [Parameter]
    public SwitchParameter NoHeader { get; set; }

    /// <summary>The default; kept for old scripts.</summary>
    [Parameter]
    [Alias("NTI")]
    public SwitchParameter NoTypeInformation { get; set; }

    /// <inheritdoc/>
    public void Dispose() => writer?.Dispose();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if ((Path is null) == (LiteralPath is null))
        {
            ThrowTerminatingError(new ErrorRecord(
                new InvalidOperationException("You must specify either the -Path or -LiteralPath parameters, but not both."),
                "CannotSpecifyPathAndLiteralPath",
                ErrorCategory.InvalidData,
                null));
        }

        target = Path ?? LiteralPath!;
        goOn = ShouldProcess(target);
        if (!goOn)
        {
            return;
        }

        string full = GetUnresolvedProviderPathFromPSPath(target);
        csv = new CsvText(Delimiter, UseQuotes);
        if (Append && File.Exists(full))
        {
            ReadColumns(full);
        }

        Open(full);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!goOn)
        {
            return;
        }

        object input = InputObject!;
        object shown = PSObject.Unwrap(input) is IDictionary dictionary
            ? System.Management.Automation.Hosting.MemberAccess.ToCustomObject(dictionary)
            : input;
        if (columns is null)
        {
            columns = [.. PSObject.AsPSObject(shown).Properties.Select(p => p.Name)];
            if (!NoHeader)
            {
                writer!.WriteLine(csv!.Header(columns));
            }
        }
        else if (Append && !Force)
        {
            RequireColumns(shown);
        }

        writer!.WriteLine(csv!.Line(shown, columns));
    }

    private void ReadColumns(string full)
    {
        string? header = File.ReadLines(full).FirstOrDefault(l => !l.StartsWith('#') && l.Length > 0);
        if (header is not null)
        {
            columns = csv!.ParseHeader(header);
        }
    }

    private void RequireColumns(object shown)
    {
        PSMemberInfoCollection<PSPropertyInfo> properties = PSObject.AsPSObject(shown).Properties;
        if (columns!.FirstOrDefault(c => properties[c] is null) is not { } missing)
        {
            return;
        }

        ThrowTerminatingError(new ErrorRecord(
            new InvalidOperationException(
                $"Cannot append CSV content to the following file: {target}. The appended object does not have a property that "
                + $"corresponds to the following column: {missing}. To continue with mismatched properties, add the -Force parameter, "
                + "and then retry the command."),
            "CannotAppendCsvWithMismatchedPropertyNames",
            ErrorCategory.InvalidData,
            missing));
    }

    private void Open(string full)
    {
        try
        {
            if (File.Exists(full))
            {
                if (NoClobber && !Append)
                {
                    Fail(new IOException($"The file '{full}' already exists."), "NoClobber", ErrorCategory.ResourceExists, full);
                }

                if (Force)
                {
                    File.SetAttributes(full, File.GetAttributes(full) & ~FileAttributes.ReadOnly);
                }
            }

            writer = new StreamWriter(full, Append, new UTF8Encoding(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail(e, "FileOpenFailure", ErrorCategory.OpenError, null);
        }
    }

    private void Fail(Exception exception, string id, ErrorCategory category, object? about) =>
        ThrowTerminatingError(new ErrorRecord(exception, id, category, about));
}
