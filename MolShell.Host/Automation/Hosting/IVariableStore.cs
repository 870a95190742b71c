namespace System.Management.Automation.Hosting;

/// <summary>Where a session keeps its variables.</summary>
public interface IVariableStore
{
    /// <summary>Looks a variable up, from the innermost scope outwards.</summary>
    /// <param name="name">Name, with or without a scope.</param>
    /// <returns>The variable, or null.</returns>
    PSVariable? Get(string name);

    /// <summary>Gives a variable of the current scope a value, making it where needed.</summary>
    /// <param name="name">Name, with or without a scope.</param>
    /// <param name="value">Value.</param>
    void Set(string name, object? value);

    /// <summary>Puts a variable into the current scope.</summary>
    /// <param name="variable">The variable.</param>
    void Set(PSVariable variable);

    /// <summary>Takes a variable away.</summary>
    /// <param name="name">Name, with or without a scope.</param>
    void Remove(string name);
}
