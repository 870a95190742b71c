using System.Management.Automation;
using System.Reflection;
using MolShell.Compute.Devices;
using MolShell.Compute.Systems;
using MolShell.HelpBuilder;

namespace MolShell.Tests.Conventions;

/// <summary>What every cmdlet owes its users, whatever it does.</summary>
public sealed class CmdletConventions
{
    private static readonly string[] ApprovedVerbs =
    [
        "Add", "Clear", "Copy", "Enter", "Exit", "Find", "Format", "Get", "Hide", "Join", "Lock", "Merge", "Move", "New", "Optimize", "Pop",
        "Push", "Redo", "Remove", "Rename", "Reset", "Resize", "Search", "Select", "Set", "Show", "Skip", "Split", "Step", "Switch", "Undo",
        "Unlock", "Watch", "Backup", "Checkpoint", "Compare", "Compress", "Convert", "ConvertFrom", "ConvertTo", "Dismount", "Edit",
        "Expand", "Export", "Group", "Import", "Initialize", "Limit", "Mount", "Out", "Publish", "Restore", "Save", "Sync", "Unpublish",
        "Update", "Approve", "Assert", "Build", "Complete", "Confirm", "Deny", "Deploy", "Disable", "Enable", "Install", "Invoke",
        "Register", "Request", "Restart", "Resume", "Start", "Stop", "Submit", "Suspend", "Uninstall", "Unregister", "Wait", "Debug",
        "Measure", "Ping", "Repair", "Resolve", "Test", "Trace", "Connect", "Disconnect", "Read", "Receive", "Send", "Write", "Use",
    ];

    private static readonly string[] SingularEndings = ["ss", "ics", "sis"];

    private static readonly Dictionary<string, Type> SharedParameters = new(StringComparer.Ordinal)
    {
        ["Seed"] = typeof(ulong),
        ["Device"] = typeof(DeviceName),
        ["Temperature"] = typeof(Quantity),
        ["TimeStep"] = typeof(Quantity),
        ["Friction"] = typeof(Quantity),
        ["Cutoff"] = typeof(Quantity),
        ["Step"] = typeof(long),
        ["ReportInterval"] = typeof(long),
        ["CheckpointPath"] = typeof(string),
        ["Resume"] = typeof(SwitchParameter),
        ["Force"] = typeof(SwitchParameter),
        ["NoClobber"] = typeof(SwitchParameter),
        ["PassThru"] = typeof(SwitchParameter),
        ["UnitSystem"] = typeof(UnitSystem),
        ["LiteralPath"] = typeof(string[]),
    };

    public static TheoryData<string> Names() => Module.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void Verb_is_approved_and_noun_is_singular(string name)
    {
        CmdletEntry cmdlet = Module.Cmdlet(name);
        Assert.Contains(cmdlet.Attribute.VerbName, ApprovedVerbs);
        Assert.False(
            cmdlet.Attribute.NounName.EndsWith('s') && !SingularEndings.Any(e => cmdlet.Attribute.NounName.EndsWith(e, StringComparison.Ordinal)),
            $"{name} looks plural.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Class_is_named_and_placed_as_the_cmdlet(string name)
    {
        Type type = Module.Cmdlet(name).Type;
        Assert.Equal(name.Replace("-", string.Empty, StringComparison.Ordinal) + "Command", type.Name);
        Assert.Matches(@"^MolShell\.Commands\.\w+$", type.Namespace);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_parameter_has_a_help_message_and_a_doc_comment(string name)
    {
        CmdletEntry cmdlet = Module.Cmdlet(name);
        foreach (PropertyInfo property in cmdlet.Properties)
        {
            foreach (ParameterAttribute attribute in property.GetCustomAttributes<ParameterAttribute>())
            {
                Assert.False(string.IsNullOrWhiteSpace(attribute.HelpMessage), $"{name} -{property.Name} has no HelpMessage.");
            }

            Assert.True(Module.Comments.Summary(property).Count > 0, $"{name} -{property.Name} has no doc comment.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cmdlet_has_a_synopsis_and_two_examples(string name)
    {
        Type type = Module.Cmdlet(name).Type;
        Assert.NotEmpty(Module.Comments.Summary(type));
        IReadOnlyList<(string Code, IReadOnlyList<string> Text)> examples = Module.Comments.Examples(type);
        Assert.True(examples.Count >= 2, $"{name} has {examples.Count} examples.");
        Assert.All(examples, e => Assert.NotEmpty(e.Text));
        Assert.All(examples, e => Assert.Contains(name, e.Code, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Related_commands_exist(string name) => Assert.All(
        Module.Comments.Related(Module.Cmdlet(name).Type),
        related => Assert.Contains(related, Module.Cmdlets.Select(c => c.Name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void At_most_one_parameter_of_a_set_takes_the_pipeline_by_value(string name)
    {
        CmdletEntry cmdlet = Module.Cmdlet(name);
        foreach (string set in cmdlet.Sets)
        {
            Assert.True(cmdlet.Parameters(set).Count(p => p.Attribute.ValueFromPipeline) <= 1, $"{name}, set {set}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Positions_of_a_set_start_at_0_without_gaps(string name)
    {
        CmdletEntry cmdlet = Module.Cmdlet(name);
        foreach (string set in cmdlet.Sets)
        {
            int[] positions = [.. cmdlet.Parameters(set).Where(p => p.IsPositional).Select(p => p.Attribute.Position).Order()];
            Assert.Equal(Enumerable.Range(0, positions.Length), positions);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_type_is_declared(string name) => Assert.NotEmpty(Module.Cmdlet(name).Outputs);

    [Theory]
    [MemberData(nameof(Names))]
    public void Shared_parameters_have_one_type_everywhere(string name)
    {
        foreach (PropertyInfo property in Module.Cmdlet(name).Properties)
        {
            if (SharedParameters.TryGetValue(property.Name, out Type? expected))
            {
                Assert.Equal(expected, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Commands_that_write_files_ask_first(string name)
    {
        CmdletEntry cmdlet = Module.Cmdlet(name);
        bool writes = cmdlet.Attribute.VerbName == "Export" || cmdlet.Properties.Any(p => p.Name is "Force" or "NoClobber" or "CheckpointPath");
        Assert.Equal(writes, cmdlet.SupportsShouldProcess);
    }
}
