using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.AutoScaling;

/// <summary>The Auto Scaling groups of the synthetic organization, with the sizes that callers gave them.</summary>
internal sealed class GroupStore(LocalAwsEnvironment environment)
{
    private const int DefaultMax = 6;

    private readonly LiveResourceStore _resources = new(environment);

    public IReadOnlyList<Group> List(CallContext context)
    {
        var all = _resources.Of(context.AccountId, context.Region).ToList();
        var members = all.Where(resource => resource is { Live.Type: "ec2:instance", Group: not null }).ToLookup(resource => resource.Group!, resource => resource.Id);
        var sizes = environment.Store.List(Collection(context)).ToDictionary(item => item.Key, item => item.Value, StringComparer.Ordinal);
        return
        [
            .. from resource in all
               where resource.Live.Type == "autoscaling:autoScalingGroup"
               let own = members[resource.Id].ToList()
               let size = sizes.GetValueOrDefault(resource.Id)
               let desired = (int?)size?["Desired"] ?? Math.Max(1, own.Count)
               select new Group(resource, (int?)size?["Min"] ?? 1, (int?)size?["Max"] ?? DefaultMax, desired, desired == 0 ? [] : own),
        ];
    }

    public void Put(CallContext context, Group group) =>
        environment.Store.Put(Collection(context), group.Name, new JsonObject { ["Min"] = group.Min, ["Max"] = group.Max, ["Desired"] = group.Desired });

    /// <summary>Names of the groups that want no instances.</summary>
    public IReadOnlySet<string> Emptied(CallContext context) =>
        environment.Store.List(Collection(context)).Where(item => (int)item.Value["Desired"]! == 0).Select(item => item.Key).ToHashSet(StringComparer.Ordinal);

    public void Tag(CallContext context, Group group, IReadOnlyDictionary<string, string> tags) =>
        environment.Store.Write(session => _resources.Change(session, context.AccountId, context.Region, group.Resource.Live.Arn, tags, []));

    private static string Collection(CallContext context) => $"autoscaling/groups/{context.AccountId}/{context.Region}";
}
