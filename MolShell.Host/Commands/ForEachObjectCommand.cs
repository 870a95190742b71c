using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Hosting;
using System.Management.Automation.Internal;
using MolShell.Host.Pipeline;

namespace Microsoft.PowerShell.Commands;

/// <summary>Runs script blocks for each object, or gets a property of it, or calls a method.</summary>
[Cmdlet("ForEach", "Object", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low, DefaultParameterSetName = ScriptBlockSet)]
[CoreModule(CoreModuleAttribute.Core)]
[PowerShellParameters("Parallel", "ThrottleLimit", "TimeoutSeconds", "AsJob", "UseNewRunspace")]
public sealed class ForEachObjectCommand : PSCmdlet
{
    private const string ScriptBlockSet = "ScriptBlockSet";
    private const string MemberSet = "PropertyAndMethodSet";

    private readonly List<ScriptBlock?> scripts = [];
    private Action<object?> write = null!;
    private ScriptBlock? end;
    private bool endGiven;
    private int firstProcess;
    private int lastProcess;

    /// <summary>An object.</summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = ScriptBlockSet)]
    [Parameter(ValueFromPipeline = true, ParameterSetName = MemberSet)]
    public object? InputObject { get; set; } = AutomationNull.Value;

    /// <summary>Runs before the first object.</summary>
    [Parameter(ParameterSetName = ScriptBlockSet)]
    public ScriptBlock? Begin
    {
        get => null;
        set => scripts.Insert(0, value);
    }

    /// <summary>Run for each object, as $_.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ScriptBlockSet)]
    [AllowNull]
    [AllowEmptyCollection]
    public ScriptBlock?[]? Process
    {
        get => null;
        set => scripts.AddRange(value ?? [null]);
    }

    /// <summary>Runs after the last object.</summary>
    [Parameter(ParameterSetName = ScriptBlockSet)]
    public ScriptBlock? End
    {
        get => end;
        set => (end, endGiven) = (value, true);
    }

    /// <summary>Further blocks: the first of several is a begin block, the last of more than two an end block.</summary>
    [Parameter(ParameterSetName = ScriptBlockSet, ValueFromRemainingArguments = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public ScriptBlock?[]? RemainingScripts
    {
        get => null;
        set => scripts.AddRange(value ?? [null]);
    }

    /// <summary>A property or method, wildcards allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = MemberSet)]
    [ValidateNotNullOrEmpty]
    public string? MemberName { get; set; }

    /// <summary>Arguments of the method.</summary>
    [Parameter(ParameterSetName = MemberSet, ValueFromRemainingArguments = true)]
    [Alias("Args")]
    public object?[]? ArgumentList { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (ParameterSetName == MemberSet)
        {
            return;
        }

        RefuseShouldProcess();
        write = WriteObject;
        firstProcess = scripts.Count > 1 ? 1 : 0;
        lastProcess = scripts.Count;
        if (!endGiven && scripts.Count > 2)
        {
            end = scripts[--lastProcess];
        }

        if (lastProcess >= 2)
        {
            Run(scripts[0], AutomationNull.Value);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == MemberSet)
        {
            UseMember();
            return;
        }

        for (int i = firstProcess; i < lastProcess; i++)
        {
            Run(scripts[i], InputObject);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ParameterSetName != MemberSet)
        {
            Run(end, AutomationNull.Value);
        }
    }

    private void RefuseShouldProcess()
    {
        if (IsGiven("WhatIf") || IsGiven("Confirm"))
        {
            ThrowTerminatingError(new ErrorRecord(
                new InvalidOperationException("The -WhatIf and -Confirm parameters are not supported for script blocks."),
                "NoShouldProcessForScriptBlockSet",
                ErrorCategory.InvalidOperation,
                null));
        }
    }

    private bool IsGiven(string parameter) =>
        MyInvocation.BoundParameters.TryGetValue(parameter, out object? value) && value is SwitchParameter { IsPresent: true };

    private void Run(ScriptBlock? script, object? item) =>
        script?.Body.Run(ScriptCall.ForItem(LanguagePrimitives.IsNull(item) ? null : item), write);

    private void UseMember()
    {
        if (LanguagePrimitives.IsNull(InputObject))
        {
            if (ArgumentList is { Length: > 0 })
            {
                WriteError(new ErrorRecord(
                    new PSArgumentException("You cannot call a method on a null-valued expression.", nameof(InputObject)),
                    "InvokeMethodOnNull",
                    ErrorCategory.InvalidArgument,
                    InputObject));
            }
            else
            {
                WriteObject(null);
            }

            return;
        }

        string target = $"InputObject: {PSObject.ToText(InputObject, CultureInfo.InvariantCulture)}";
        if (ArgumentList is { Length: > 0 })
        {
            CallNamed(target);
        }
        else if (PSObject.Unwrap(InputObject) is IDictionary dictionary && dictionary.Contains(MemberName!))
        {
            if (ShouldProcess(target, $"Retrieve the value for key '{MemberName}'"))
            {
                WriteObject(dictionary[MemberName!]);
            }
        }
        else
        {
            UseMember(target);
        }
    }

    private void CallNamed(string target)
    {
        ReadOnlyPSMemberInfoCollection<PSMemberInfo> methods =
            PSObject.AsPSObject(InputObject!).Members.Match(MemberName!, PSMemberTypes.Methods);
        if (methods.Count == 1)
        {
            Call(target, methods[0].Name, ArgumentList!);
            return;
        }

        string message = methods.Count == 0
            ? $"Input name \"{MemberName}\" cannot be resolved to a method."
            : $"Input name \"{MemberName}\" is ambiguous. It can be resolved to multiple matched methods. Possible matches "
                + $"include:{string.Concat(methods.Select(m => " " + m.Name))}.";
        WriteError(new ErrorRecord(
            new PSArgumentException(message),
            methods.Count == 0 ? "MethodNotFound" : "AmbiguousMethodName",
            ErrorCategory.InvalidArgument,
            PSObject.AsPSObject(InputObject!)));
    }

    private void UseMember(string target)
    {
        PSObject wrapped = PSObject.AsPSObject(InputObject!);
        PSMemberInfo? member = wrapped.Members[MemberName!];
        if (member is null && WildcardPattern.ContainsWildcardCharacters(MemberName))
        {
            ReadOnlyPSMemberInfoCollection<PSMemberInfo> matches = wrapped.Members.Match(MemberName!);
            if (matches.Count > 1)
            {
                WriteError(new ErrorRecord(
                    new PSArgumentException($"Input name \"{MemberName}\" is ambiguous. It can be resolved to multiple matched members. "
                        + $"Possible matches include:{string.Concat(matches.Select(m => " " + m.Name))}."),
                    "AmbiguousPropertyOrMethodName",
                    ErrorCategory.InvalidArgument,
                    wrapped));
                return;
            }

            member = matches.Count == 1 ? matches[0] : null;
        }

        switch (member)
        {
            case PSMethodInfo method:
                Call(target, method.Name, []);
                break;
            case PSPropertyInfo property when ShouldProcess(target, $"Retrieve the value for property '{property.Name}'"):
                WriteProperty(property);
                break;
            case null:
                WriteObject(null);
                break;
        }
    }

    // A property that throws gives null, as in PowerShell.
    private void WriteProperty(PSPropertyInfo property)
    {
        object? value;
        try
        {
            value = property.Value;
        }
        catch (GetValueException)
        {
            value = null;
        }

        WriteObject(value, true);
    }

    private void Call(string target, string method, object?[] arguments)
    {
        string list = string.Join(", ", arguments.Select(a => PSObject.ToText(a, CultureInfo.InvariantCulture)));
        string action = arguments.Length == 0 ? $"Invoke method '{method}'" : $"Invoke method '{method}' with arguments: {list}";
        if (!ShouldProcess(target, action))
        {
            return;
        }

        object? result;
        try
        {
            result = MethodCalls.Invoke(PSObject.AsPSObject(InputObject!).BaseObject, method, arguments);
        }
        catch (MethodException e)
        {
            WriteError(new ErrorRecord(e, "MethodInvocationError", ErrorCategory.InvalidOperation, PSObject.AsPSObject(InputObject!)));
            return;
        }

        WriteObject(result, true);
    }
}
