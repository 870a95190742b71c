using System.Management.Automation;
using System.Management.Automation.Hosting;

namespace MolShell.Host.Formatting;

/// <summary>A property asked for: a name, which may hold wildcards, or a script block, with how it is shown.</summary>
internal sealed record ShownProperty
{
    public string? Name { get; init; }

    public ScriptBlock? Script { get; init; }

    /// <summary>Header; null for the name or the text of the block.</summary>
    public string? Label { get; init; }

    /// <summary>Width [characters]; 0 when it is found from the values.</summary>
    public int Width { get; init; }

    public Alignment? Alignment { get; init; }

    public string? FormatString { get; init; }

    public string Header => Label ?? Name ?? Script!.ToString();

    /// <summary>The properties of an object that are meant; a name without wildcards only when the object has it.</summary>
    public IEnumerable<ShownProperty> Resolve(object value)
    {
        if (Script is not null)
        {
            return [this];
        }

        if (!WildcardPattern.ContainsWildcardCharacters(Name))
        {
            string? actual = PropertyReader.Names(value).FirstOrDefault(n => n.Equals(Name, StringComparison.OrdinalIgnoreCase));
            return actual is not null ? [this with { Name = actual }] : PropertyReader.TryGet(value, Name!, out _) ? [this] : [];
        }

        WildcardPattern pattern = new(Name!, WildcardOptions.IgnoreCase);
        return PropertyReader.Names(value).Where(pattern.IsMatch).Select(n => this with { Name = n });
    }

    /// <summary>The value for an object; false when the object has no such property or it can't be computed.</summary>
    public bool TryGet(object value, out object? result)
    {
        if (Script is null)
        {
            ShownProperty? first = WildcardPattern.ContainsWildcardCharacters(Name) ? Resolve(value).FirstOrDefault() : this;
            result = null;
            return first is not null && PropertyReader.TryGet(value, first.Name!, out result);
        }

        try
        {
            result = Script.Evaluate(ScriptCall.ForItemInNewScope(value));
            return true;
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            // As in PowerShell, a computed property that fails is shown empty.
            result = null;
            return false;
        }
    }
}
