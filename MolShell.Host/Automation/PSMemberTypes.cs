namespace System.Management.Automation;

/// <summary>Kinds of members.</summary>
[Flags]
public enum PSMemberTypes
{
    /// <summary>Another name of a property.</summary>
    AliasProperty = 1,

    /// <summary>Property by static methods.</summary>
    CodeProperty = 2,

    /// <summary>Property of the .NET type.</summary>
    Property = 4,

    /// <summary>A name and a value put on the object.</summary>
    NoteProperty = 8,

    /// <summary>Property by script blocks.</summary>
    ScriptProperty = 16,

    /// <summary>All properties.</summary>
    Properties = AliasProperty | CodeProperty | Property | NoteProperty | ScriptProperty,

    /// <summary>Names of several properties.</summary>
    PropertySet = 32,

    /// <summary>Method of the .NET type.</summary>
    Method = 64,

    /// <summary>Method by a static method.</summary>
    CodeMethod = 128,

    /// <summary>Method by a script block.</summary>
    ScriptMethod = 256,

    /// <summary>All methods.</summary>
    Methods = Method | CodeMethod | ScriptMethod,

    /// <summary>Property with arguments.</summary>
    ParameterizedProperty = 512,

    /// <summary>Set of members.</summary>
    MemberSet = 1024,

    /// <summary>Event.</summary>
    Event = 2048,

    /// <summary>Dynamic member.</summary>
    Dynamic = 4096,

    /// <summary>All.</summary>
    All = Properties | PropertySet | Methods | ParameterizedProperty | MemberSet | Event | Dynamic,
}
