namespace MolShell.Host.Pipeline;

/// <summary>Decides which parameter sets remain, by PowerShell's rules.</summary>
internal sealed class ParameterSetResolver(BindingState state)
{
    private uint DefaultSet => state.Table.DefaultSetFlag;

    /// <summary>Checks that a set remains, and settles on the default one where that is asked for.</summary>
    /// <param name="beforePipeline">Whether pipeline objects may still decide.</param>
    /// <param name="useDefault">Whether to settle on the default set.</param>
    /// <returns>Number of sets that remain.</returns>
    public int Validate(bool beforePipeline, bool useDefault)
    {
        int count = BindingState.Count(state.Sets);
        if (count == 0)
        {
            throw state.Errors.AmbiguousSet();
        }

        if (count > 1)
        {
            return Narrow(beforePipeline, useDefault, count);
        }

        if (state.Sets == BindingState.Undecided)
        {
            count = Math.Max(1, state.Table.SetNames.Count);
            bool pipelineDecides = beforePipeline && AnyTakesPipelineInput(state.Sets);
            if (!pipelineDecides)
            {
                if (DefaultSet != 0)
                {
                    if (useDefault)
                    {
                        state.Sets = DefaultSet;
                        count = 1;
                    }
                }
                else if (count > 1)
                {
                    count = ResolveByMandatory();
                }
            }
        }

        state.UseSetName();
        return count;
    }

    /// <summary>Leaves out the sets that take no pipeline input, where some do.</summary>
    /// <returns>Whether any was left out.</returns>
    public bool KeepSetsTakingPipelineInput()
    {
        uint taking = state.Delayed.Keys.Aggregate(0u, (flags, p) => flags | p.SetFlags);
        foreach (ParameterSetData data in state.Unbound.SelectMany(p => p.DataFor(state.Sets)))
        {
            if (data.ValueFromPipeline || data.ValueFromPipelineByPropertyName)
            {
                if (data.IsInAllSets)
                {
                    return false;
                }

                taking |= data.SetFlag;
            }
        }

        uint kept = taking == 0 ? state.Sets : state.Sets & taking;
        bool changed = kept != state.Sets;
        state.Sets = kept;
        return changed;
    }

    /// <summary>Settles on the default set, where none was ruled out and there are several.</summary>
    public void RequireOne()
    {
        if (state.Table.SetNames.Count > 1 && state.Sets == BindingState.Undecided)
        {
            if (DefaultSet == 0)
            {
                throw state.Errors.AmbiguousSet();
            }

            state.Sets = DefaultSet;
        }
    }

    private int Narrow(bool beforePipeline, bool useDefault, int count)
    {
        if ((!beforePipeline && state.Sets == DefaultSet) || (DefaultSet != 0 && (state.Sets & DefaultSet) != 0))
        {
            state.Context.ParameterSetName = state.Table.SetName(DefaultSet);
            if (!useDefault)
            {
                return count;
            }

            state.Sets = DefaultSet;
            return 1;
        }

        return beforePipeline && AnyTakesPipelineInput(state.Sets) ? count : ResolveByMandatory();
    }

    // The one set all of whose mandatory parameters are bound.
    private int ResolveByMandatory()
    {
        uint declared = state.Command.Parameters.SelectMany(p => p.Sets).Aggregate(0u, (flags, s) => flags | s.SetFlag);
        uint remaining = state.Sets & declared;
        foreach (ParameterSetData data in state.Unbound.SelectMany(p => p.Sets).Where(s => s.IsMandatory))
        {
            remaining &= ~data.SetFlag;
        }

        if (BindingState.Count(remaining) != 1 || remaining == BindingState.Undecided)
        {
            throw state.Errors.AmbiguousSet();
        }

        state.Sets = remaining;
        state.UseSetName();
        return 1;
    }

    private bool AnyTakesPipelineInput(uint sets) =>
        state.Unbound.Any(p => p.DataFor(sets).Any(d => d.ValueFromPipeline || d.ValueFromPipelineByPropertyName));
}
