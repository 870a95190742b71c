using System.Collections;
using System.Globalization;
using System.Management.Automation;
using MolShell.Host.Pipeline;

namespace Microsoft.PowerShell.Commands;

/// <summary>Writes text to the screen.</summary>
[Cmdlet(VerbsCommunications.Write, "Host")]
[CoreModule(CoreModuleAttribute.Utility)]
public sealed class WriteHostCommand : PSCmdlet
{
    /// <summary>What to write.</summary>
    [Parameter(Position = 0, ValueFromRemainingArguments = true, ValueFromPipeline = true)]
    [Alias("Msg", "Message")]
    public object? Object { get; set; }

    /// <summary>Whether the line goes on.</summary>
    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    /// <summary>Text between the elements of a collection.</summary>
    [Parameter]
    public object? Separator { get; set; } = " ";

    /// <summary>Colour of the text.</summary>
    [Parameter]
    public ConsoleColor? ForegroundColor { get; set; }

    /// <summary>Colour behind it.</summary>
    [Parameter]
    public ConsoleColor? BackgroundColor { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        HostInformationMessage message = new()
        {
            Message = Text(Object),
            NoNewLine = NoNewline.IsPresent,
            ForegroundColor = ForegroundColor,
            BackgroundColor = BackgroundColor,
        };
        WriteInformation(message, ["PSHOST"]);
    }

    private string Text(object? value)
    {
        object? plain = PSObject.Unwrap(value);
        if (plain is IDictionary or null or string || LanguagePrimitives.GetEnumerable(plain) is not { } elements)
        {
            return PSObject.ToText(value, CultureInfo.InvariantCulture);
        }

        string separator = PSObject.ToText(Separator, CultureInfo.InvariantCulture);
        return string.Join(separator, elements.Cast<object?>().Select(Text));
    }
}
