using System.Management.Automation;

namespace MolShell.Host.Pipeline;

/// <summary>Questions a command asks before it goes on, and -WhatIf.</summary>
internal sealed class Confirmation(Session session, CommandProcessor owner)
{
    private bool yesToAll;
    private bool noToAll;
    private bool goOnToAll;

    private enum Answer
    {
        Yes,
        YesToAll,
        No,
        NoToAll,
    }

    /// <summary>Whether to change something.</summary>
    public bool ShouldProcess(
        string description, string? question, string? caption, Action<string> verbose, out ShouldProcessReason reason)
    {
        reason = ShouldProcessReason.None;
        if (owner.Preferences.WhatIf)
        {
            reason = ShouldProcessReason.WhatIf;
            session.Streams.WriteHostLine("What if: " + description);
            return false;
        }

        ConfirmImpact asked = owner.Preferences.Confirm;
        ConfirmImpact impact = owner.Command.Attribute.ConfirmImpact;
        if (asked == ConfirmImpact.None || impact == ConfirmImpact.None || asked > impact)
        {
            verbose(description);
            return true;
        }

        string text = string.IsNullOrEmpty(question) ? $"Are you sure you want to perform this action?\n{description}" : question;
        string title = string.IsNullOrEmpty(caption) ? "Confirm" : caption;
        return Ask(title, text, offerAll: true, hasSecurityImpact: false, ref yesToAll, ref noToAll);
    }

    /// <summary>Whether to go on, whatever the preferences.</summary>
    public bool ShouldContinue(
        string? query, string? caption, bool offerAll, bool hasSecurityImpact, ref bool toAll, ref bool notAtAll) =>
        Ask(
            string.IsNullOrEmpty(caption) ? "Continue with this operation?" : caption,
            query ?? string.Empty,
            offerAll,
            hasSecurityImpact,
            ref toAll,
            ref notAtAll);

    /// <summary>Whether to go on after a message whose preference is Inquire.</summary>
    public bool Inquire(string message)
    {
        if (goOnToAll)
        {
            return true;
        }

        int? choice = session.Streams.PromptForChoice("Confirm", message, ["&Yes", "Yes to &All", "&Halt Command"], 0);
        goOnToAll = choice == 1;
        return choice switch
        {
            0 or 1 => true,
            2 => false,
            _ => throw NotInteractive(),
        };
    }

    private static PSInvalidOperationException NotInteractive() =>
        new("PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.");

    private bool Ask(string caption, string text, bool offerAll, bool hasSecurityImpact, ref bool toAll, ref bool notAtAll)
    {
        if (toAll || notAtAll)
        {
            return toAll;
        }

        (string Label, Answer Answer)[] choices = offerAll
            ? [("&Yes", Answer.Yes), ("Yes to &All", Answer.YesToAll), ("&No", Answer.No), ("No to A&ll", Answer.NoToAll)]
            : [("&Yes", Answer.Yes), ("&No", Answer.No)];
        int byDefault = hasSecurityImpact ? Array.FindIndex(choices, c => c.Answer == Answer.No) : 0;
        int choice = session.Streams.PromptForChoice(caption, text, Array.ConvertAll(choices, c => c.Label), byDefault)
            ?? throw NotInteractive();
        toAll = choices[choice].Answer == Answer.YesToAll;
        notAtAll = choices[choice].Answer == Answer.NoToAll;
        return choices[choice].Answer is Answer.Yes or Answer.YesToAll;
    }
}
