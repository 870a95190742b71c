using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Hosting;
using System.Management.Automation.Internal;

namespace MolShell.Host.Pipeline;

/// <summary>
/// Binds the objects that come down the pipe: by value, then by property name, first as they are, then converted; the default
/// set first.
/// </summary>
internal sealed class PipelineInputBinder
{
    private static readonly (bool ByName, bool Convert)[] Steps = [(false, false), (true, false), (false, true), (true, true)];

    private readonly BindingState state;
    private readonly ParameterSetResolver sets;
    private readonly List<ParameterDescriptor> fromPipeline = [];
    private readonly ParameterDescriptor? soleTaker;
    private bool settled;

    public PipelineInputBinder(BindingState state)
    {
        this.state = state;
        sets = new ParameterSetResolver(state);
        soleTaker = FindSoleTaker();
    }

    /// <summary>Binds an object as the last one was bound, where nothing is left to be decided.</summary>
    /// <param name="input">The object.</param>
    /// <returns>Whether it was bound.</returns>
    /// <exception cref="ParameterBindingException">The parameter refused it.</exception>
    public bool TryRepeat(object? input)
    {
        if (!settled || !soleTaker!.Type.IsInstanceOfType(input))
        {
            return false;
        }

        state.Rebind(soleTaker, input);
        return true;
    }

    /// <summary>Notes that the object was bound and nothing was missing.</summary>
    /// <param name="input">The object.</param>
    public void Settle(object? input) =>
        settled = soleTaker is not null
            && fromPipeline.Count == 1
            && fromPipeline[0] == soleTaker
            && soleTaker.Type.IsInstanceOfType(input);

    /// <summary>Binds one object.</summary>
    /// <param name="input">The object.</param>
    /// <returns>Whether any parameter took it.</returns>
    /// <exception cref="ParameterBindingException">A parameter took it and then refused it.</exception>
    public bool Bind(object? input)
    {
        settled = false;
        try
        {
            bool delayed = BindDelayed(input);
            bool bound = BindPipeline(input) || delayed;
            sets.RequireOne();
            if (!bound)
            {
                Restore();
            }

            return bound;
        }
        catch (ParameterBindingException)
        {
            Restore();
            throw;
        }
    }

    // Most commands of a long pipe have one parameter for its objects, which then need no deciding each.
    private ParameterDescriptor? FindSoleTaker()
    {
        if (state.Delayed.Count > 0)
        {
            return null;
        }

        ParameterDescriptor[] takers =
            [.. state.Unbound.Where(p => p.DataFor(state.Sets).Any(d => d.ValueFromPipeline || d.ValueFromPipelineByPropertyName))];
        return takers.Length == 1
            && takers[0].Transformations.Count == 0
            && takers[0].DataFor(state.Sets).All(d => d.ValueFromPipeline && !d.ValueFromPipelineByPropertyName)
                ? takers[0]
                : null;
    }

    private bool BindPipeline(object? input)
    {
        Restore();
        state.Sets = state.SetsBeforePipeline;
        uint valid = state.FirstSet != 0 ? state.FirstSet : state.Sets;
        bool any = false;
        for (int round = 0; round < (state.FirstSet != 0 ? 2 : 1); round++)
        {
            foreach ((bool byName, bool convert) in Steps)
            {
                if (BindStep(input, byName, convert, valid))
                {
                    any = true;
                    if (state.FirstSet == 0 || round == 1)
                    {
                        sets.Validate(beforePipeline: true, useDefault: true);
                        valid = state.Sets;
                    }
                }
            }

            if (state.FirstSet != 0 && round == 0)
            {
                if (state.Sets == state.FirstSet)
                {
                    break;
                }

                valid = state.Sets & ~state.FirstSet;
            }
        }

        sets.Validate(beforePipeline: false, useDefault: true);
        return any;
    }

    private bool BindStep(object? input, bool byName, bool convert, uint valid)
    {
        uint preferred = state.Table.DefaultSetFlag;
        if (preferred != 0 && (valid & preferred) != 0)
        {
            if (BindInSets(input, byName, convert, preferred))
            {
                return true;
            }

            valid &= ~preferred;
        }

        return BindInSets(input, byName, convert, valid);
    }

    private bool BindInSets(object? input, bool byName, bool convert, uint valid)
    {
        bool any = false;
        for (int i = state.Unbound.Count - 1; i >= 0; i--)
        {
            // Binding takes parameters out of the list.
            if (i >= state.Unbound.Count)
            {
                continue;
            }

            ParameterDescriptor parameter = state.Unbound[i];
            if (!parameter.IsInAllSets && (parameter.SetFlags & valid) == 0)
            {
                continue;
            }

            foreach (ParameterSetData data in parameter.DataFor(valid))
            {
                bool bound = byName
                    ? data.ValueFromPipelineByPropertyName && input is not null && BindByName(input, parameter, convert)
                    : data.ValueFromPipeline && BindByValue(input, parameter, convert);
                if (bound)
                {
                    any = true;
                    break;
                }
            }
        }

        return any;
    }

    private bool BindByValue(object? input, ParameterDescriptor parameter, bool convert)
    {
        try
        {
            return BindOne(input, parameter, convert);
        }
        catch (ParameterBindingArgumentTransformationException e) when (CauseOf(e) is PSInvalidCastException)
        {
            return false;
        }
        catch (ParameterBindingException e) when (!IsFinal(e))
        {
            return false;
        }
    }

    private static Exception? CauseOf(ParameterBindingArgumentTransformationException e) =>
        e.InnerException is ArgumentTransformationMetadataException ? e.InnerException.InnerException : e.InnerException;

    // Other errors mean only that the object does not fit the parameter.
    private static bool IsFinal(ParameterBindingException e) =>
        e is ParameterBindingValidationException or ParameterBindingArgumentTransformationException;

    private bool BindByName(object input, ParameterDescriptor parameter, bool convert)
    {
        foreach (string name in parameter.Aliases.Prepend(parameter.Name))
        {
            if (TryGetProperty(input, name, out object? value))
            {
                try
                {
                    return BindOne(value, parameter, convert);
                }
                catch (ParameterBindingException e) when (!IsFinal(e))
                {
                    return false;
                }
            }
        }

        return false;
    }

    // The entries of a dictionary are not its properties here.
    private static bool TryGetProperty(object input, string name, out object? value)
    {
        if (PSObject.Unwrap(input) is IDictionary)
        {
            PSPropertyInfo? property = PSObject.AsPSObject(input).Properties[name];
            value = property?.Value;
            return property is not null;
        }

        return MemberAccess.TryGetProperty(input, name, out value);
    }

    private bool BindOne(object? value, ParameterDescriptor parameter, bool convert)
    {
        if (ReferenceEquals(value, AutomationNull.Value))
        {
            return false;
        }

        state.KeepDefault(parameter);
        if (!state.Bind(parameter, value, convert))
        {
            return false;
        }

        fromPipeline.Add(parameter);
        return true;
    }

    private bool BindDelayed(object? input)
    {
        foreach ((ParameterDescriptor parameter, ScriptBlock block) in state.Delayed)
        {
            Collection<PSObject?> values = [];
            try
            {
                block.Body.Run(ScriptCall.ForProperty(input), v => values.Add(v is null ? null : PSObject.AsPSObject(v)));
            }
            catch (RuntimeException e)
            {
                throw state.Errors.ScriptBlockFailed(parameter, e);
            }

            if (values.Count == 0)
            {
                throw state.Errors.ScriptBlockNoOutput(parameter);
            }

            state.Bind(parameter, values.Count == 1 ? values[0] : values, convert: true);
        }

        return state.Delayed.Count > 0;
    }

    private void Restore()
    {
        foreach (ParameterDescriptor parameter in fromPipeline)
        {
            state.RestoreDefault(parameter);
        }

        fromPipeline.Clear();
    }
}
