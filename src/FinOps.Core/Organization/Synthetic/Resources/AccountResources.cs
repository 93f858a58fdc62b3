using System.Globalization;
using FinOps.Core.Inventory;
using FinOps.Core.Organization.Synthetic.Billing;

namespace FinOps.Core.Organization.Synthetic.Resources;

/// <summary>Makes the resources of one account, of one region at a time when asked so. Nothing is kept: asking again makes the same again.</summary>
internal static class AccountResources
{
    private const string DefaultDatabase = "db.t4g.medium";

    /// <param name="region">The one whose Tagging API is asked; null for all.</param>
    public static IEnumerable<SyntheticResource> Of(SyntheticOrganization organization, SyntheticAccount account, string? region)
    {
        // AWS stops answering for an account that it suspended.
        if (account.State != SyntheticAccountState.Active)
            yield break;
        var options = organization.Options;
        var profile = AccountProfile.Of(account, options.Seed);
        var items = new AccountItems(organization.ManagementAccount.Id, account, profile.HomeRegion);
        foreach (var use in AccountUse.Of(account, profile, options.Seed))
            if (use.Template.Resource.Length > 0 && (region is null || region == (use.Template.IsGlobal ? SyntheticRegions.Home : use.Region)))
                yield return OnBill(account, items, use);
        foreach (var plan in Machines.Of(account, profile, options.Seed).Concat(FreeResources.Of(account, profile, options)))
            if (region is null || region == plan.ListedIn)
                yield return plan.Build();
    }

    /// <param name="kind">As in <see cref="UsageTemplate.Resource"/>, for example <c>ec2:volume/vol-</c>.</param>
    /// <param name="habit">The tags that people of the account would give it.</param>
    /// <param name="name">What the ARN ends with; null for an id.</param>
    public static SyntheticResource Tagged(
        SyntheticAccount account, string kind, string region, ulong hash, IReadOnlyDictionary<string, string> habit, string? name = null)
    {
        var parts = kind.Split(':', 2);
        var arn = $"arn:aws:{parts[0]}:{region}:{account.Id}:{parts[1]}{name ?? StableHash.Identifier(0, hash.ToString(CultureInfo.InvariantCulture), 17)}";
        return Make(account, arn, region, hash, habit);
    }

    private static SyntheticResource OnBill(SyntheticAccount account, AccountItems items, AccountUse use)
    {
        var item = items.Usage(use.Template, use.Region, use.Hash);
        var isDatabase = use.Template.Resource == "rds:db:";
        var resource = Make(account, item.ResourceId, item.Region, use.Hash, item.Tags) with
        {
            IsOnBill = true,
            InstanceType = item.InstanceType.Length > 0 || !isDatabase ? item.InstanceType : DefaultDatabase,
            AvailabilityZone = item.AvailabilityZone,
            DatabaseEngine = item.DatabaseEngine,
            IsMultiAz = item.DeploymentOption == "Multi-AZ",
        };
        return use.Template is { InstanceType: "c6i.2xlarge", IsCommitted: false } && account.Index % 3 == 0 ? InGroup(account, resource) : resource;
    }

    // Auto Scaling puts its own tag onto what it starts, so such an instance always has one.
    private static SyntheticResource InGroup(SyntheticAccount account, SyntheticResource resource)
    {
        var group = Machines.GroupName(account);
        var tags = new Dictionary<string, string>(resource.Live.Tags, StringComparer.Ordinal) { ["aws:autoscaling:groupName"] = group };
        return resource with { Live = resource.Live with { Tags = tags }, EverTagged = true, Group = group };
    }

    private static SyntheticResource Make(SyntheticAccount account, string arn, string region, ulong hash, IReadOnlyDictionary<string, string> habit)
    {
        var live = LiveResource.Found(arn, account.Id, region, habit)!;
        live = live with { Tags = LiveTags.Of(account, live.Type, habit, hash) };
        return new SyntheticResource(live, live.Tags.Count > 0 || LiveTags.WereOnce(hash));
    }
}
