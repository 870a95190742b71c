using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Hosting;

namespace MolShell.Host.Commands;

/// <summary>What commands take as a property: a name, a name with wildcards, or a script block over $_.</summary>
public sealed class PropertyExpression
{
    private readonly WildcardPattern? pattern;

    /// <summary>By name.</summary>
    /// <param name="name">Name, with wildcards or not.</param>
    public PropertyExpression(string name)
        : this(name, WildcardPattern.ContainsWildcardCharacters(name))
    {
    }

    /// <summary>By script block.</summary>
    /// <param name="script">The block.</param>
    public PropertyExpression(ScriptBlock script)
    {
        ArgumentNullException.ThrowIfNull(script);
        Script = script;
        Name = script.ToString();
    }

    private PropertyExpression(string name, bool wildcards)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        pattern = wildcards ? new WildcardPattern(name, WildcardOptions.IgnoreCase) : null;
    }

    /// <summary>The name, or the text of the block.</summary>
    public string Name { get; }

    /// <summary>The block; null for a name.</summary>
    public ScriptBlock? Script { get; }

    /// <summary>Whether it stands for all properties that match.</summary>
    public bool HasWildcards => pattern is not null;

    /// <summary>The single properties it stands for on an object, with their names as the object has them.</summary>
    /// <param name="target">The object.</param>
    /// <returns>None when the object has no such property.</returns>
    public IEnumerable<PropertyExpression> Resolve(object? target)
    {
        if (Script is not null)
        {
            return [this];
        }

        if (PSObject.Unwrap(target) is IDictionary dictionary)
        {
            return ResolveEntries(dictionary, target!);
        }

        if (target is null)
        {
            return [];
        }

        if (pattern is null && target is not PSObject)
        {
            return TypeMembers.Of(target.GetType()).Find(Name) is { } member ? [Named(member.Name)] : [];
        }

        PSMemberInfoCollection<PSPropertyInfo> properties = PSObject.AsPSObject(target).Properties;
        if (pattern is not null)
        {
            return properties.Where(p => pattern.IsMatch(p.Name)).Select(p => new PropertyExpression(p.Name, false));
        }

        return properties[Name] is { } found ? [Named(found.Name)] : [];
    }

    /// <summary>Evaluates it, without wildcards, on an object.</summary>
    /// <param name="target">The object.</param>
    /// <returns>The value; none when there is no such property.</returns>
    public PropertyResult Evaluate(object? target)
    {
        try
        {
            if (Script is not null)
            {
                object? value = Script.Evaluate(ScriptCall.ForProperty(target));
                return new PropertyResult(true, LanguagePrimitives.IsNull(value) ? null : value, null);
            }

            return MemberAccess.TryGetProperty(target, Name, out object? found)
                ? new PropertyResult(true, found, null)
                : default;
        }
        catch (GetValueException) when (Script is null)
        {
            // A property that throws is null, as in PowerShell.
            return new PropertyResult(true, null, null);
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            return new PropertyResult(true, null, e);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private PropertyExpression Named(string name) => name == Name ? this : new PropertyExpression(name, false);

    private IEnumerable<PropertyExpression> ResolveEntries(IDictionary dictionary, object target)
    {
        string[] keys = [.. dictionary.Keys.OfType<string>()];
        string[] matching = pattern is not null
            ? Array.FindAll(keys, pattern.IsMatch)
            : Array.FindAll(keys, k => string.Equals(k, Name, StringComparison.OrdinalIgnoreCase));
        if (matching.Length > 0 || pattern is not null)
        {
            return matching.Select(k => new PropertyExpression(k, false));
        }

        return PSObject.AsPSObject(target).Properties[Name] is { } own ? [new PropertyExpression(own.Name, false)] : [];
    }
}
