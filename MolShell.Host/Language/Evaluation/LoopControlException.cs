using System.Management.Automation;

namespace MolShell.Host.Language.Evaluation;

/// <summary>A break or continue in a script block looks for its loop in the script that called the command that runs the block.</summary>
internal sealed class LoopControlException(Completion completion) : FlowControlException
{
    /// <summary><see cref="Completion.Break"/> or <see cref="Completion.Continue"/>.</summary>
    public Completion Completion { get; } = completion;
}
