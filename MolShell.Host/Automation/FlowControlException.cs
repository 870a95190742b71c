namespace System.Management.Automation;

/// <summary>Not an error: takes the flow of a script or a pipeline elsewhere.</summary>
public abstract class FlowControlException : SystemException
{
    internal FlowControlException()
    {
    }

    internal FlowControlException(string message)
        : base(message)
    {
    }
}
