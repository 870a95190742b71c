using System.Management.Automation;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace MolShell.Tests.Host.Automation;

/// <summary>
/// All that MolShell.dll uses of System.Management.Automation must be in molshell's own assembly of that name: a member that is
/// missing would only show when a cmdlet comes to it.
/// </summary>
public sealed class ReferenceTests
{
    private const string Name = "System.Management.Automation";

    [Fact]
    public void Own_assembly_stands_for_PowerShells()
    {
        Assembly own = typeof(PSObject).Assembly;
        Assert.Equal(Name, own.GetName().Name);
        Assert.Equal(new Version(7, 6, 0, 0), own.GetName().Version);
        Assert.NotNull(own.GetType("System.Management.Automation.Hosting.CmdletAccess"));
    }

    [Fact]
    public void Every_type_of_the_module_loads() => Assert.NotEmpty(Assembly.Load("MolShell").GetTypes());

    [Fact]
    public void Every_type_and_member_the_module_uses_is_there()
    {
        Assembly module = Assembly.Load("MolShell");
        using PEReader file = new(File.OpenRead(module.Location));
        MetadataReader reader = file.GetMetadataReader();
        List<string> missing = [];
        int checkedCount = 0;
        foreach (TypeReferenceHandle handle in reader.TypeReferences.Where(h => IsOfAutomation(reader, h)))
        {
            checkedCount++;
            Check(() => module.ManifestModule.ResolveType(MetadataTokens.GetToken(handle)), TypeName(reader, handle), missing);
        }

        foreach (MemberReferenceHandle handle in reader.MemberReferences)
        {
            MemberReference member = reader.GetMemberReference(handle);
            if (member.Parent.Kind == HandleKind.TypeReference && IsOfAutomation(reader, (TypeReferenceHandle)member.Parent))
            {
                checkedCount++;
                Check(
                    () => module.ManifestModule.ResolveMember(MetadataTokens.GetToken(handle))!,
                    $"{TypeName(reader, (TypeReferenceHandle)member.Parent)}.{reader.GetString(member.Name)}",
                    missing);
            }
        }

        Assert.True(checkedCount > 50, $"Only {checkedCount} references to {Name} were found.");
        Assert.True(missing.Count == 0, $"{Name} of molshell lacks:\n{string.Join('\n', missing)}");
    }

    private static void Check(Func<MemberInfo> resolve, string name, List<string> missing)
    {
        try
        {
            if (resolve().Module.Assembly != typeof(PSObject).Assembly)
            {
                missing.Add(name + " (found elsewhere)");
            }
        }
        catch (Exception e) when (e is TypeLoadException or MissingMemberException)
        {
            missing.Add($"{name} ({e.Message})");
        }
    }

    private static bool IsOfAutomation(MetadataReader reader, TypeReferenceHandle handle)
    {
        EntityHandle scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsOfAutomation(reader, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == Name,
            _ => false,
        };
    }

    private static string TypeName(MetadataReader reader, TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }
}
