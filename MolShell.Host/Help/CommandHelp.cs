namespace MolShell.Host.Help;

/// <summary>The help of one command.</summary>
internal sealed record CommandHelp
{
    public required string Name { get; init; }

    public required string Module { get; init; }

    public string Synopsis { get; init; } = "";

    public IReadOnlyList<string> Description { get; init; } = [];

    public IReadOnlyList<string> Syntax { get; init; } = [];

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<ParameterHelp> Parameters { get; init; } = [];

    public IReadOnlyList<TypeHelp> Inputs { get; init; } = [];

    public IReadOnlyList<TypeHelp> Outputs { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<ExampleHelp> Examples { get; init; } = [];

    public IReadOnlyList<string> Links { get; init; } = [];
}
