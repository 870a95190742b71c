namespace System.Management.Automation;

/// <summary>A transformation attribute failed on an argument.</summary>
/// <param name="category">Kind of error.</param>
/// <param name="errorId">Id of the error.</param>
/// <param name="message">What went wrong.</param>
/// <param name="invocation">The command.</param>
/// <param name="parameterName">The parameter.</param>
/// <param name="parameterType">Its type.</param>
/// <param name="typeSpecified">Type of the argument.</param>
/// <param name="innerException">The cause.</param>
public class ParameterBindingArgumentTransformationException(
    ErrorCategory category,
    string errorId,
    string message,
    InvocationInfo? invocation,
    string? parameterName,
    Type? parameterType,
    Type? typeSpecified,
    Exception? innerException)
    : ParameterBindingException(category, errorId, message, invocation, parameterName, parameterType, typeSpecified, innerException)
{
}
