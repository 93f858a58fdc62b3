using System.Collections.Immutable;

namespace FinOps.Core.Governance.ControlPolicies;

/// <summary>One call to AWS, as service control policies see it.</summary>
/// <param name="Action">For example <c>ec2:RunInstances</c>; casing does not matter.</param>
/// <param name="PrincipalArn">The user or, for an assumed role, the role itself: <c>arn:aws:iam::111122223333:role/deploy</c>. Null when it is not known.</param>
/// <param name="Resources">What the call is authorized on; one call may need several. Empty when it is not known.</param>
/// <param name="RequestTags">The tags that the call sends (<c>aws:RequestTag</c>); null when it is not known whether it sends any.</param>
public sealed record ScpRequest(string Action, string? PrincipalArn, ImmutableArray<ScpResource> Resources, ImmutableDictionary<string, string>? RequestTags)
{
    /// <summary>
    /// Other condition keys, for example <c>ec2:CreateAction</c>. An empty list says that the request does not have the key; a key that is
    /// not here is not known, and statements that ask for it cannot be judged. <c>aws:TagKeys</c> follows from the request tags unless it is here.
    /// </summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Context
    {
        get;
        init => field = value.WithComparers(StringComparer.OrdinalIgnoreCase);
    } = ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Service control policies never bind the management account of the organization.</summary>
    public bool ByManagementAccount { get; init; }
}

/// <param name="Arn">Null when it is not known.</param>
public sealed record ScpResource(string? Arn)
{
    /// <summary>The tags that the call sends for this resource, where it sends other ones for each (RunInstances); null for those of the request.</summary>
    public ImmutableDictionary<string, string>? RequestTags { get; init; }

    /// <summary>The tags that it has, which <c>aws:ResourceTag/...</c> looks at; null when they are not known.</summary>
    public ImmutableDictionary<string, string>? Tags { get; init; }
}
