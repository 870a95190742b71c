namespace System.Management.Automation.Internal;

/// <summary>Base of all attributes that describe a cmdlet or a parameter.</summary>
public abstract class CmdletMetadataAttribute : Attribute
{
    internal CmdletMetadataAttribute()
    {
    }
}
