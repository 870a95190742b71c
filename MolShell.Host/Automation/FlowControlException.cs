namespace System.Management.Automation;

/// <summary>Not an error: takes the flow of a script or a pipeline elsewhere.</summary>
public abstract class FlowControlException : SystemException
{
    /// <summary>Without a message.</summary>
    protected FlowControlException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What happens.</param>
    protected FlowControlException(string message)
        : base(message)
    {
    }
}
