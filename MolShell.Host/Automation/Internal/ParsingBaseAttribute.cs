namespace System.Management.Automation.Internal;

/// <summary>Base of attributes that guide the binding of a parameter.</summary>
public abstract class ParsingBaseAttribute : CmdletMetadataAttribute
{
    internal ParsingBaseAttribute()
    {
    }
}
