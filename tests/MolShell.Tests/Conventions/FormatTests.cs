using System.Reflection;
using System.Xml.Linq;
using MolShell.Compute.Systems;

namespace MolShell.Tests.Conventions;

/// <summary>The views of Formats/*.ps1xml fit the types they show.</summary>
public sealed class FormatTests
{
    private const int MaximumColumns = 7;

    private static readonly Assembly[] Assemblies = [Module.Assembly, typeof(MolecularSystem).Assembly];

    public static TheoryData<string> Views() => [.. Module.FormatViews().Select(v => v.Element("Name")!.Value)];

    [Theory]
    [MemberData(nameof(Views))]
    public void Properties_of_a_view_exist_on_its_types(string view)
    {
        XElement element = Find(view);
        foreach (string typeName in element.Descendants("TypeName").Select(t => t.Value))
        {
            Type? type = Assemblies.Select(a => a.GetType(typeName)).FirstOrDefault(t => t is not null);
            Assert.True(type is not null, $"{view}: no type {typeName}");
            foreach (string property in element.Descendants("PropertyName").Select(p => p.Value))
            {
                Assert.True(type.GetProperty(property) is not null, $"{view}: {typeName} has no property {property}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Views_hold_no_script(string view) => Assert.Empty(Find(view).Descendants("ScriptBlock"));

    [Theory]
    [MemberData(nameof(Views))]
    public void Tables_have_at_most_seven_columns_with_a_header_each(string view)
    {
        foreach (XElement table in Find(view).Elements("TableControl"))
        {
            int columns = table.Descendants("TableColumnItem").Count();
            Assert.InRange(columns, 1, MaximumColumns);
            Assert.Equal(columns, table.Descendants("TableColumnHeader").Count());
        }
    }

    [Fact]
    public void Names_are_unique()
    {
        string[] names = [.. Module.FormatViews().Select(v => v.Element("Name")!.Value)];
        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
    }

    [Fact]
    public void Every_record_that_a_cmdlet_writes_has_a_table_and_a_list()
    {
        foreach (Type type in Module.Cmdlets.SelectMany(c => c.Outputs).Where(t => Assemblies.Contains(t.Assembly)).Distinct())
        {
            XElement[] views = [.. Module.FormatViews().Where(v => v.Descendants("TypeName").Any(t => t.Value == type.FullName))];
            Assert.True(views.Any(v => v.Element("TableControl") is not null), $"{type.FullName} has no table.");
            Assert.True(views.Any(v => v.Element("ListControl") is not null), $"{type.FullName} has no list.");
        }
    }

    private static XElement Find(string view) => Module.FormatViews().First(v => v.Element("Name")!.Value == view);
}
