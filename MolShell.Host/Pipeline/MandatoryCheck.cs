namespace MolShell.Host.Pipeline;

/// <summary>
/// Finds the mandatory parameters that got no argument and can't get one from the pipe. Where several sets remain, the check
/// also chooses among them as PowerShell does: the default set, or the one that takes the pipe's objects.
/// </summary>
internal sealed class MandatoryCheck(BindingState state)
{
    private readonly Dictionary<uint, SetNeeds> needs = [];
    private readonly List<ParameterDescriptor> missing = [];

    private uint DefaultSet => state.Table.DefaultSetFlag;

    /// <summary>The parameters that are missing for good.</summary>
    /// <param name="validSetCount">Number of sets that remain.</param>
    /// <param name="expectsInput">Whether objects come down the pipe.</param>
    /// <returns>The parameters.</returns>
    /// <exception cref="System.Management.Automation.ParameterBindingException">The sets that remain can't be told apart.</exception>
    public IReadOnlyList<ParameterDescriptor> Missing(int validSetCount, bool expectsInput)
    {
        uint sets = 0;
        bool inAllSets = false;
        foreach (ParameterDescriptor parameter in state.Unbound)
        {
            foreach (ParameterSetData data in parameter.DataFor(state.Sets).Where(d => d.IsMandatory))
            {
                Note(parameter, data, expectsInput);
                inAllSets |= data.IsInAllSets;
                sets |= state.Sets & data.SetFlag;
            }
        }

        if (needs.Count == 0)
        {
            return missing;
        }

        if (!expectsInput)
        {
            return [.. needs.Values.SelectMany(n => n.NotFromPipe).Distinct()];
        }

        if (inAllSets)
        {
            sets = state.Sets & (state.Table.AllSetFlags == 0 ? BindingState.Undecided : state.Table.AllSetFlags);
        }
        else if (sets == 0)
        {
            sets = state.Sets;
        }

        Choose(PreferDefault(sets, validSetCount));
        return missing;
    }

    private static bool Overlap(uint a, uint b) => (a & b) != 0;

    private void Note(ParameterDescriptor parameter, ParameterSetData data, bool expectsInput)
    {
        uint flag = data.SetFlag == 0 ? BindingState.Undecided : data.SetFlag;
        if (!needs.TryGetValue(flag, out SetNeeds? need))
        {
            needs[flag] = need = new SetNeeds(flag, DefaultSet != 0 && Overlap(DefaultSet, flag));
        }

        if (!expectsInput || !(data.ValueFromPipeline || data.ValueFromPipelineByPropertyName))
        {
            need.NotFromPipe.Add(parameter);
            return;
        }

        need.FromPipe = true;
        need.ByValue |= data.ValueFromPipeline;
        need.ByName |= data.ValueFromPipelineByPropertyName;
    }

    // When the default set lacks nothing and no other lacks only what the pipe can give, the sets that lack something are left out.
    private uint PreferDefault(uint sets, int validSetCount)
    {
        if (validSetCount <= 1 || DefaultSet == 0 || Overlap(DefaultSet, sets) || !Overlap(DefaultSet, state.Sets))
        {
            return sets;
        }

        bool otherFromPipe = needs.Values.Any(n => Overlap(n.Set, state.Sets) && !n.IsDefaultSet && !n.IsAllSets && n.FromPipe);
        if (otherFromPipe)
        {
            return sets;
        }

        uint rest = state.Sets & ~sets;
        state.Sets = rest;
        if (rest == DefaultSet)
        {
            state.UseSetName();
        }
        else
        {
            state.FirstSet = DefaultSet;
        }

        return rest;
    }

    private void Choose(uint sets)
    {
        int count = BindingState.Count(sets);
        if (count == 0)
        {
            throw state.Errors.AmbiguousSet();
        }

        if (count == 1)
        {
            AddMissing(sets);
        }
        else if (state.FirstSet == 0)
        {
            if (UseDefault(sets))
            {
                state.Sets = DefaultSet;
                state.UseSetName();
                AddMissing(DefaultSet);
            }
            else
            {
                ChooseByPipe(sets);
            }
        }
    }

    private bool UseDefault(uint sets)
    {
        if (DefaultSet == 0 || !Overlap(sets, DefaultSet))
        {
            return false;
        }

        IEnumerable<SetNeeds> others = needs.Values.Where(n => !n.IsAllSets && !n.IsDefaultSet);
        bool otherFromPipe = others.Any(n => n.FromPipe && n.NotFromPipe.Count == 0);
        bool otherByName = others.Any(n => n.ByName);
        bool preferred = needs.TryGetValue(DefaultSet, out SetNeeds? own) && (own.ByName && !otherByName);
        bool allLack = needs.TryGetValue(BindingState.Undecided, out SetNeeds? all) && all.NotFromPipe.Count > 0;
        return preferred || !otherFromPipe || allLack;
    }

    private void ChooseByPipe(uint sets)
    {
        (uint byValue, bool severalByValue) = Only(sets, n => n.ByValue);
        (uint byName, bool severalByName) = Only(sets, n => n.ByName);
        bool anyByValue = byValue != 0 || severalByValue;
        bool anyByName = byName != 0 || severalByName;
        uint chosen = anyByValue && anyByName ? (byValue == byName ? byValue : 0) : anyByValue ? byValue : byName;
        if (chosen != 0)
        {
            Settle(chosen);
            return;
        }

        SetNeeds[] lacking = [.. needs.Values.Where(n => (n.IsAllSets || Overlap(n.Set, sets)) && n.NotFromPipe.Count > 0)];
        if (lacking.Length == 0)
        {
            return;
        }

        if (byValue != 0)
        {
            Settle(byValue);
            return;
        }

        if (!severalByValue && !severalByName)
        {
            throw state.Errors.AmbiguousSet();
        }

        uint leftOut = lacking.Where(n => !n.IsAllSets).Aggregate(0u, (flags, n) => flags | n.Set);
        if (leftOut != 0)
        {
            LeaveOut(leftOut);
            if (state.Sets == 0)
            {
                throw state.Errors.AmbiguousSet();
            }

            if (BindingState.Count(state.Sets) == 1)
            {
                state.UseSetName();
            }
        }
    }

    private (uint Set, bool Several) Only(uint sets, Func<SetNeeds, bool> takes)
    {
        SetNeeds[] found = [.. needs.Values.Where(n => !n.IsAllSets && Overlap(n.Set, sets) && takes(n))];
        return (found.Length == 1 ? found[0].Set : 0, found.Length > 1);
    }

    // Other sets that lack nothing stay possible: the pipe's objects decide between them and the chosen one, which comes first.
    private void Settle(uint chosen)
    {
        AddMissing(chosen);
        bool chosenLacks = needs.Values.Any(n => !n.IsAllSets && Overlap(n.Set, chosen) && n.NotFromPipe.Count > 0);
        if (chosenLacks)
        {
            state.Sets = chosen;
        }
        else
        {
            LeaveOut(needs.Values.Where(n => !n.IsAllSets && !Overlap(n.Set, chosen)).Aggregate(0u, (flags, n) => flags | n.Set));
            if (state.Sets != chosen)
            {
                state.FirstSet = chosen;
            }
        }

        state.UseSetName();
    }

    private void AddMissing(uint sets) =>
        missing.AddRange(needs.Values.Where(n => n.IsAllSets || Overlap(n.Set, sets)).SelectMany(n => n.NotFromPipe));

    private void LeaveOut(uint sets)
    {
        if (sets != 0)
        {
            state.Sets = (state.Sets == BindingState.Undecided ? state.Table.AllSetFlags : state.Sets) & ~sets;
        }
    }

    /// <summary>What one set still needs.</summary>
    private sealed class SetNeeds(uint set, bool isDefaultSet)
    {
        public uint Set { get; } = set;

        public bool IsDefaultSet { get; } = isDefaultSet;

        public bool IsAllSets => Set == BindingState.Undecided;

        public HashSet<ParameterDescriptor> NotFromPipe { get; } = [];

        public bool FromPipe { get; set; }

        public bool ByValue { get; set; }

        public bool ByName { get; set; }
    }
}
