using FinOps.Core.Organization.Synthetic.Billing;

namespace FinOps.Core.Organization.Synthetic.Resources;

/// <summary>An Auto Scaling group and an Aurora cluster with its one instance, in every account that runs software.</summary>
internal static class Machines
{
    public static string GroupName(SyntheticAccount account) => $"{account.Project}-workers";

    public static IEnumerable<ResourcePlan> Of(SyntheticAccount account, AccountProfile profile, int seed)
    {
        if ((profile.Role & (AccountRole.Production | AccountRole.NonProduction)) == 0)
            yield break;
        var (group, cluster) = (StableHash.Of(seed, $"{account.Id}/group"), StableHash.Of(seed, $"{account.Id}/cluster"));
        yield return new ResourcePlan(profile.HomeRegion, group, (region, hash) =>
        {
            var id = StableHash.Identifier(seed, $"{account.Id}/group", 32);
            return AccountResources.Tagged(account, $"autoscaling:autoScalingGroup:{id[..8]}-{id[8..12]}-{id[12..16]}-{id[16..20]}-{id[20..]}:autoScalingGroupName/", region, hash, TagHabits.TagsOf(account, hash), GroupName(account))
                with { InstanceType = "c6i.2xlarge" };
        });
        yield return new ResourcePlan(profile.HomeRegion, cluster, (region, hash) =>
            AccountResources.Tagged(account, "rds:cluster:", region, hash, TagHabits.TagsOf(account, hash), ClusterName(account)) with { DatabaseEngine = "Aurora PostgreSQL" });
        yield return new ResourcePlan(profile.HomeRegion, StableHash.Mix(cluster), (region, hash) =>
            AccountResources.Tagged(account, "rds:db:", region, hash, TagHabits.TagsOf(account, cluster), ClusterName(account) + "-1")
                with { DatabaseEngine = "Aurora PostgreSQL", InstanceType = "db.r6g.large", AvailabilityZone = region + "a", Group = ClusterName(account) });
    }

    private static string ClusterName(SyntheticAccount account) => $"{account.Project}-aurora";
}
