using System.Collections;

namespace MolShell.Host.Pipeline;

/// <summary>A variable that gathers what a command writes to a stream, such as -OutVariable and -ErrorVariable.</summary>
internal sealed class StreamVariable
{
    private readonly ArrayList list;

    private StreamVariable(ArrayList list) => this.list = list;

    /// <summary>Sets the variable to an empty list, or with + before its name goes on with the one it has.</summary>
    /// <param name="variables">The session's variables.</param>
    /// <param name="name">Its name; null for none.</param>
    /// <returns>The variable, or null.</returns>
    public static StreamVariable? Create(VariableTable variables, string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        ArrayList list = [];
        bool append = name.StartsWith('+');
        string plain = append ? name[1..] : name;
        if (append && variables.TryGetValue(plain, out object? old) && old is not null)
        {
            if (old is ArrayList already)
            {
                list = already;
            }
            else if (old is IEnumerable elements and not string)
            {
                foreach (object? element in elements)
                {
                    list.Add(element);
                }
            }
            else
            {
                list.Add(old);
            }
        }

        variables.Set(plain, list);
        return new StreamVariable(list);
    }

    public void Add(object? value) => list.Add(value);
}
