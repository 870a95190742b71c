using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Hosting;
using MolShell.Tests.Host.TestCommands;

namespace MolShell.Tests.Host.Automation;

public sealed class PSObjectTests
{
    [Fact]
    public void Own_properties_come_before_those_of_the_type()
    {
        PSObject person = new(new TestPerson { Name = "Ada", Age = 36 });
        person.Properties.Add(new PSNoteProperty("Title", "Lady"));
        Assert.Equal(["Title", "Name", "Age", "Faulty"], person.Properties.Select(p => p.Name));
        Assert.Equal("Ada", person.Properties["NAME"]!.Value);
        person.Properties["Age"]!.Value = "37";
        Assert.Equal(37, person.Properties["Age"]!.Value);
        Assert.Equal("Lady", person.Members["title"]!.Value);
        Assert.Throws<ExtendedTypeSystemException>(() => person.Properties.Add(new PSNoteProperty("title", 1)));
        person.Properties.Remove("Title");
        Assert.Null(person.Properties["Title"]);
    }

    [Fact]
    public void A_getter_that_throws_is_a_GetValueException()
    {
        PSObject person = new(new TestPerson());
        GetValueInvocationException e = Assert.Throws<GetValueInvocationException>(() => person.Properties["Faulty"]!.Value);
        Assert.Equal("Exception getting \"Faulty\": \"This property always throws.\"", e.Message);
    }

    [Fact]
    public void A_read_only_property_and_a_wrong_value_are_SetValueExceptions()
    {
        PSObject person = new(new TestPerson());
        Assert.Throws<SetValueException>(() => person.Properties["Faulty"]!.Value = 1);
        Assert.Throws<SetValueInvocationException>(() => person.Properties["Age"]!.Value = "old");
    }

    [Fact]
    public void Custom_objects_keep_order_and_are_equal_only_to_themselves()
    {
        PSObject custom = MemberAccess.ToCustomObject(new System.Collections.Specialized.OrderedDictionary { ["b"] = 1, ["a"] = "x" });
        Assert.Equal("@{b=1; a=x}", custom.ToString());
        Assert.Equal("System.Management.Automation.PSCustomObject", custom.TypeNames[0]);
        Assert.Same(custom, PSObject.Unwrap(custom));
        PSObject copy = custom.Copy();
        Assert.False(custom.Equals(copy));
        copy.Properties["b"]!.Value = 2;
        Assert.Equal(1, custom.Properties["b"]!.Value);
    }

    [Fact]
    public void Wrapping_does_not_wrap_twice()
    {
        PSObject wrapped = PSObject.AsPSObject(5);
        Assert.Same(wrapped, PSObject.AsPSObject(wrapped));
        Assert.Equal(5, wrapped.BaseObject);
        Assert.Equal(5, PSObject.Unwrap(new PSObject(wrapped)));
        Assert.True(wrapped.Equals(5));
        Assert.Equal(["System.Int32", "System.ValueType", "System.Object"], wrapped.TypeNames);
    }

    [Fact]
    public void Methods_and_properties_match_by_wildcard()
    {
        PSObject text = new("abc");
        Assert.Equal("Length", Assert.Single(text.Properties.Match("L*")).Name);
        Assert.Equal("ABC", text.Methods["toupper"]!.Invoke());
    }

    [Fact]
    public void An_alias_reads_and_sets_the_property_it_stands_for()
    {
        PSObject person = new(new TestPerson { Age = 5 });
        person.Members.Add(new PSAliasProperty("Years", "Age"));
        Assert.Equal(5, person.Properties["Years"]!.Value);
        person.Properties["Years"]!.Value = 6;
        Assert.Equal(6, person.Properties["Age"]!.Value);
    }

    [Fact]
    public void Dictionaries_are_read_by_key_then_by_property()
    {
        Hashtable table = new(StringComparer.OrdinalIgnoreCase) { ["a"] = 1 };
        Assert.True(MemberAccess.TryGetProperty(table, "A", out object? value));
        Assert.Equal(1, value);
        Assert.True(MemberAccess.TryGetProperty(table, "Count", out value));
        Assert.Equal(1, value);
        Assert.False(MemberAccess.TryGetProperty(table, "b", out _));
        Assert.True(MemberAccess.TryGetProperty(new Dictionary<int, string> { [1] = "x" }, "Count", out value));
        Assert.Equal(1, value);
    }

    [Fact]
    public void Text_of_values_is_PowerShells()
    {
        Assert.Equal("0.3", PSObject.ToText(0.1 + 0.2, CultureInfo.InvariantCulture));
        Assert.Equal("1 2 3", PSObject.ToText(new[] { 1, 2, 3 }, CultureInfo.InvariantCulture));
        Assert.Equal("1;2", PSObject.ToText(new[] { 1, 2 }, CultureInfo.InvariantCulture, ";"));
        Assert.Equal("1 System.Int32[]", PSObject.ToText(new object[] { 1, new[] { 2 } }, CultureInfo.InvariantCulture));
        Assert.Equal("int", PSObject.ToText(typeof(int), CultureInfo.InvariantCulture));
        Assert.Equal("", PSObject.ToText(null, CultureInfo.InvariantCulture));
    }
}
