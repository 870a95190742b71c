using System.Management.Automation;

namespace MolShell.Host.Pipeline;

/// <summary>What one command does with its streams: its common parameters where given, else the session's variables.</summary>
internal sealed class CommandPreferences(Session session, CommonParameters common, ShouldProcessParameters should)
{
    private readonly HashSet<string> given = new(StringComparer.OrdinalIgnoreCase);

    public ActionPreference Error => IsGiven(nameof(CommonParameters.ErrorAction))
        ? common.ErrorAction
        : session.Preference("ErrorActionPreference", ActionPreference.Continue);

    public ActionPreference Warning => IsGiven(nameof(CommonParameters.WarningAction))
        ? common.WarningAction
        : session.Preference("WarningPreference", ActionPreference.Continue);

    public ActionPreference Information => IsGiven(nameof(CommonParameters.InformationAction))
        ? common.InformationAction
        : session.Preference("InformationPreference", ActionPreference.SilentlyContinue);

    public ActionPreference Progress => IsGiven(nameof(CommonParameters.ProgressAction))
        ? common.ProgressAction
        : session.Preference("ProgressPreference", ActionPreference.Continue);

    public ActionPreference Verbose => IsGiven(nameof(CommonParameters.Verbose))
        ? Switched(common.Verbose)
        : session.Preference("VerbosePreference", ActionPreference.SilentlyContinue);

    public ActionPreference Debug => IsGiven(nameof(CommonParameters.Debug))
        ? Switched(common.Debug)
        : session.Preference("DebugPreference", ActionPreference.SilentlyContinue);

    public bool WhatIf => IsGiven(nameof(ShouldProcessParameters.WhatIf))
        ? should.WhatIf
        : session.Variables.TryGetValue("WhatIfPreference", out object? value) && LanguagePrimitives.IsTrue(value);

    /// <summary>Least impact that is asked about; None when nothing is.</summary>
    public ConfirmImpact Confirm
    {
        get
        {
            if (IsGiven(nameof(ShouldProcessParameters.Confirm)))
            {
                return should.Confirm ? ConfirmImpact.Low : ConfirmImpact.None;
            }

            return session.Variables.TryGetValue("ConfirmPreference", out object? value)
                && LanguagePrimitives.TryConvertTo(value, out ConfirmImpact impact)
                    ? impact
                    : ConfirmImpact.High;
        }
    }

    /// <summary>Notes which common parameters were given.</summary>
    /// <param name="names">Names of all bound parameters.</param>
    public void Note(IEnumerable<string> names) => given.UnionWith(names);

    private static ActionPreference Switched(SwitchParameter value) =>
        value ? ActionPreference.Continue : ActionPreference.SilentlyContinue;

    private bool IsGiven(string name) => given.Contains(name);
}
