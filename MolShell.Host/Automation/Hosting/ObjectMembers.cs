namespace System.Management.Automation.Hosting;

/// <summary>The members of one object, looked up as they are asked for.</summary>
/// <typeparam name="T">Kind of member.</typeparam>
internal sealed class ObjectMembers<T>(PSObject owner) : PSMemberInfoCollection<T>
    where T : PSMemberInfo
{
    public override T? this[string name]
    {
        get
        {
            ArgumentException.ThrowIfNullOrEmpty(name);
            if (owner.InstanceMembersOrNull is { } own && own.TryGetValue(name, out PSMemberInfo? member))
            {
                return member as T;
            }

            TypeMembers members = TypeMembers.Of(owner.BaseObject.GetType());
            if (typeof(T).IsAssignableFrom(typeof(PSProperty)) && members.Find(name) is { } property)
            {
                return new PSProperty(property, owner.BaseObject) as T;
            }

            return typeof(T).IsAssignableFrom(typeof(PSMethod)) && members.Methods(name).Count > 0
                ? new PSMethod(members.Methods(name)[0].Name, owner.BaseObject) as T
                : null;
        }
    }

    public override void Add(T member) => Add(member, false);

    public override void Add(T member, bool preValidated)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (!preValidated && owner.InstanceMembersOrNull?.ContainsKey(member.Name) == true)
        {
            throw new ExtendedTypeSystemException($"Cannot add a member with the name \"{member.Name}\" because a member with that name "
                + "already exists.");
        }

        owner.AddMember(member);
    }

    public override void Remove(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        owner.InstanceMembersOrNull?.Remove(name);
    }

    public override ReadOnlyPSMemberInfoCollection<T> Match(string name) => Match(name, PSMemberTypes.All);

    public override ReadOnlyPSMemberInfoCollection<T> Match(string name, PSMemberTypes memberTypes)
    {
        WildcardPattern pattern = new(name, WildcardOptions.IgnoreCase);
        return new ReadOnlyPSMemberInfoCollection<T>(
            this.Where(m => (m.MemberType & memberTypes) != 0 && pattern.IsMatch(m.Name)).ToList());
    }

    public override IEnumerator<T> GetEnumerator()
    {
        OrderedDictionary<string, PSMemberInfo>? own = owner.InstanceMembersOrNull;
        foreach (PSMemberInfo member in own?.Values.ToArray() ?? [])
        {
            if (member is T wanted)
            {
                yield return wanted;
            }
        }

        if (owner.IsCustom)
        {
            yield break;
        }

        TypeMembers members = TypeMembers.Of(owner.BaseObject.GetType());
        if (typeof(T).IsAssignableFrom(typeof(PSProperty)))
        {
            foreach (TypeProperty property in members.Properties)
            {
                if (own?.ContainsKey(property.Name) != true)
                {
                    yield return (T)(PSMemberInfo)new PSProperty(property, owner.BaseObject);
                }
            }
        }

        if (typeof(T).IsAssignableFrom(typeof(PSMethod)))
        {
            foreach (string name in members.MethodNames)
            {
                yield return (T)(PSMemberInfo)new PSMethod(name, owner.BaseObject);
            }
        }
    }
}
