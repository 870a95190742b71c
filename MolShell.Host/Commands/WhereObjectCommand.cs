using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Hosting;
using MolShell.Host.Language.Operators;
using MolShell.Host.Language.Syntax;
using MolShell.Host.Pipeline;

namespace Microsoft.PowerShell.Commands;

/// <summary>Passes on the objects for which a script block, or the comparison of a property, is true.</summary>
[Cmdlet("Where", "Object", DefaultParameterSetName = "EqualSet")]
[CoreModule(CoreModuleAttribute.Core)]
public sealed partial class WhereObjectCommand : PSCmdlet
{
    private string? operatorWord;
    private object? compared;
    private bool valueGiven;
    private object? rightSide;
    private OperatorInfo? comparison;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (FilterScript is not null)
        {
            return;
        }

        comparison = OperatorInfo.Word(operatorWord ?? "eq");
        rightSide = operatorWord is "is" or "isnot" ? ToType(compared) : compared;
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ReferenceEquals(InputObject, System.Management.Automation.Internal.AutomationNull.Value))
        {
            return;
        }

        if (FilterScript is not null)
        {
            if (LanguagePrimitives.IsTrue(FilterScript.Evaluate(ScriptCall.ForItem(InputObject))))
            {
                WriteObject(InputObject);
            }

            return;
        }

        CheckOperator();
        if (!TryGetValue(out object? value))
        {
            return;
        }

        try
        {
            if (LanguagePrimitives.IsTrue(Apply(value)))
            {
                WriteObject(InputObject);
            }
        }
        catch (PipelineStoppedException)
        {
            throw;
        }
        catch (ArgumentException e)
        {
            PSArgumentException wrong = new($"The argument to operator '{OperatorName}' is not valid: {e.Message}.");
            WriteOperatorError(wrong, "BadOperatorArgument", ErrorCategory.InvalidArgument);
        }
        catch (Exception e) when (e is RuntimeException or InvalidCastException or InvalidOperationException)
        {
            PSInvalidOperationException failed = new($"The '{OperatorName}' operator failed: {e.Message}.");
            WriteOperatorError(failed, "OperatorFailed", ErrorCategory.InvalidOperation);
        }
    }

    // PowerShell's name of the token: Ieq, Ceq, In, Is.
    private string OperatorName => operatorWord switch
    {
        null => "Ieq",
        "in" or "is" or "isnot" or "not" => char.ToUpperInvariant(operatorWord[0]) + operatorWord[1..],
        ['c', .. var rest] when rest is not "ontains" => "C" + rest,
        _ => "I" + operatorWord,
    };

    private static Type ToType(object? value)
    {
        string? name = PSObject.Unwrap(value) as string;
        return LanguagePrimitives.ConvertTo<Type>(name is ['[', .., ']'] ? name[1..^1] : value);
    }

    private void CheckOperator()
    {
        if (!valueGiven && operatorWord is not (null or "not"))
        {
            Refuse(
                "Value",
                "The specified operator requires both the -Property and -Value parameters. Provide values for both parameters, and then "
                + "try the command again.",
                "ValueNotSpecifiedForWhereObject");
        }

        if (valueGiven && operatorWord is null)
        {
            Refuse(
                "Operator",
                "An operator is required to compare the two specified values. Include a valid operator in the command, and then try the "
                + "command again. For example, Get-Process | Where-Object -Property Name -eq Idle",
                "OperatorNotSpecified");
        }
    }

    private void Refuse(string parameter, string message, string id) => ThrowTerminatingError(
        new ErrorRecord(new PSArgumentException(message, parameter), id, ErrorCategory.InvalidArgument, null));

    private bool TryGetValue(out object? value)
    {
        value = null;
        if (InputObject is null)
        {
            return true;
        }

        if (PSObject.Unwrap(InputObject) is IDictionary dictionary && dictionary.Contains(Property!))
        {
            value = dictionary[Property!];
            return true;
        }

        if (!WildcardPattern.ContainsWildcardCharacters(Property))
        {
            value = Read(Property!);
            return true;
        }

        ReadOnlyPSMemberInfoCollection<PSMemberInfo> matches = PSObject.AsPSObject(InputObject).Members.Match(Property!);
        if (matches.Count > 1)
        {
            WriteError(new ErrorRecord(
                new PSArgumentException(
                    $"Input name \"{Property}\" is ambiguous. It can be resolved to multiple matched members. Possible matches "
                    + $"include:{string.Concat(matches.Select(m => " " + m.Name))}."),
                "AmbiguousPropertyName",
                ErrorCategory.InvalidArgument,
                PSObject.AsPSObject(InputObject)));
            return false;
        }

        value = matches.Count == 1 ? Read(matches[0].Name) : null;
        return true;
    }

    // A property that throws is null, as in PowerShell.
    private object? Read(string name)
    {
        try
        {
            return MemberAccess.TryGetProperty(InputObject, name, out object? value) ? value : null;
        }
        catch (GetValueException)
        {
            return null;
        }
    }

    private object? Apply(object? left) => operatorWord switch
    {
        null => LanguagePrimitives.IsTrue(left),
        "not" => !LanguagePrimitives.IsTrue(left),
        "is" => IsType(left),
        "isnot" => !IsType(left),
        _ => Compare(left),
    };

    private bool IsType(object? value) => ((Type)rightSide!).IsInstanceOfType(PSObject.Unwrap(value));

    private object? Compare(object? left)
    {
        bool caseSensitive = comparison!.CaseSensitive;
        return comparison.Kind switch
        {
            OperatorKind.Like => TextOperators.Like(left, rightSide, negate: false, caseSensitive),
            OperatorKind.NotLike => TextOperators.Like(left, rightSide, negate: true, caseSensitive),
            OperatorKind.Match => TextOperators.Match(left, rightSide, negate: false, caseSensitive, SetMatches),
            OperatorKind.NotMatch => TextOperators.Match(left, rightSide, negate: true, caseSensitive, SetMatches),
            OperatorKind.Contains => Comparison.Contains(left, rightSide, caseSensitive),
            OperatorKind.NotContains => !Comparison.Contains(left, rightSide, caseSensitive),
            OperatorKind.In => Comparison.Contains(rightSide, left, caseSensitive),
            OperatorKind.NotIn => !Comparison.Contains(rightSide, left, caseSensitive),
            _ => Comparison.Apply(comparison, left, rightSide),
        };
    }

    private void SetMatches(Hashtable matches) => SessionState.PSVariable.Set("Matches", matches);

    private void WriteOperatorError(Exception exception, string id, ErrorCategory category) =>
        WriteError(new ErrorRecord(exception, id, category, InputObject is null ? null : PSObject.AsPSObject(InputObject)));
}
