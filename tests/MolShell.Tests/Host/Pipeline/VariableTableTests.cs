using System.Management.Automation;
using MolShell.Host.Pipeline;

namespace MolShell.Tests.Host.Pipeline;

public sealed class VariableTableTests
{
    private readonly VariableTable table = new();

    [Fact]
    public void Names_have_no_case_and_missing_ones_no_value()
    {
        table.Set("Name", 1);
        Assert.True(table.TryGetValue("NAME", out object? value));
        Assert.Equal(1, value);
        Assert.False(table.TryGetValue("other", out _));
        table.Remove("name");
        Assert.Null(table.Get("Name"));
    }

    [Fact]
    public void Setting_goes_to_the_innermost_scope_and_reading_outwards()
    {
        table.Set("a", 1);
        using (table.EnterScope())
        {
            Assert.Equal(1, table.Get("a")!.Value);
            table.Set("a", 2);
            table.Set("global:b", 3);
            Assert.Equal(2, table.Get("a")!.Value);
            Assert.Equal(1, table.Get("global:a")!.Value);
            Assert.Null(table.Get("local:b"));
        }

        Assert.Equal(1, table.Get("a")!.Value);
        Assert.Equal(3, table.Get("b")!.Value);
    }

    [Fact]
    public void Script_scope_is_that_of_the_script()
    {
        using (table.EnterScope(isScript: true))
        {
            using (table.EnterScope())
            {
                table.Set("script:a", 1);
                Assert.Null(table.Get("local:a"));
            }

            Assert.Equal(1, table.Get("local:a")!.Value);
        }

        Assert.Null(table.Get("a"));
    }

    [Fact]
    public void Private_variables_are_not_seen_from_inner_scopes()
    {
        table.Set("private:a", 1);
        Assert.Equal(1, table.Get("a")!.Value);
        using (table.EnterScope())
        {
            Assert.Null(table.Get("a"));
        }
    }

    [Fact]
    public void Constants_are_not_set_from_any_scope()
    {
        table.Set(new PSVariable("true", true, ScopedItemOptions.Constant | ScopedItemOptions.AllScope));
        Assert.Throws<SessionStateUnauthorizedAccessException>(() => table.Set("true", 1));
        using (table.EnterScope())
        {
            Assert.Throws<SessionStateUnauthorizedAccessException>(() => table.Set("true", 1));
        }
    }

    [Fact]
    public void Attributes_of_a_variable_check_its_values()
    {
        PSVariable limited = new("n");
        limited.Attributes.Add(new ValidateRangeAttribute(1, 5));
        limited.Value = 3;
        Assert.Throws<ValidationMetadataException>(() => limited.Value = 9);
        Assert.Equal(3, limited.Value);
    }
}
