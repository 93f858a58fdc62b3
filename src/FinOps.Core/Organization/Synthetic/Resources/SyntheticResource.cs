using FinOps.Core.Inventory;

namespace FinOps.Core.Organization.Synthetic.Resources;

/// <summary>A resource that an account of the synthetic organization has today.</summary>
/// <param name="Live">ARN, place, type and the tags of today.</param>
/// <param name="EverTagged">False for what never carried a tag: the Tagging API does not know it, while it lists with no tags what lost them.</param>
public sealed record SyntheticResource(LiveResource Live, bool EverTagged)
{
    /// <summary>Its ARN stands in rows of the bill.</summary>
    public bool IsOnBill { get; init; }

    /// <summary>For example <c>m6i.large</c> or <c>db.t4g.large</c>; empty for what is no machine.</summary>
    public string InstanceType { get; init; } = "";

    public string AvailabilityZone { get; init; } = "";

    /// <summary>As the bill names it, for example <c>PostgreSQL</c>; empty for what is no database.</summary>
    public string DatabaseEngine { get; init; } = "";

    public bool IsMultiAz { get; init; }

    /// <summary>Name of the Auto Scaling group or database cluster that it is a member of; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>What follows the kind in the ARN: <c>i-…</c>, the name of a database, cluster, group or bucket.</summary>
    public string Id => Live.Arn[(Live.Arn.LastIndexOfAny(['/', ':']) + 1)..];

    /// <summary>The region whose Tagging API lists it: what belongs to no region is listed in US East.</summary>
    public string ListedIn => Live.Region == LiveResource.Global ? SyntheticRegions.Home : Live.Region;
}
