using System.Globalization;
using System.Xml.Linq;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.AutoScaling;

internal sealed class GroupOperations(GroupStore store)
{
    private const string ResourceType = "auto-scaling-group";

    public void Register(Action<string, Func<QueryInput, CallContext, IReadOnlyList<XElement>>> add)
    {
        add("DescribeAutoScalingGroups", Describe);
        add("UpdateAutoScalingGroup", Update);
        add("CreateOrUpdateTags", Tag);
    }

    private IReadOnlyList<XElement> Describe(QueryInput input, CallContext context)
    {
        var size = input.Integer("MaxRecords", 50);
        if (size is < 1 or > 100)
            throw AutoScalingErrors.Validation($"1 validation error detected: Value '{size}' at 'maxRecords' failed to satisfy constraint: Member must have value between 1 and 100");
        var names = input.Strings("AutoScalingGroupNames");
        var filters = input.Members("Filters").Select(filter => (Name: filter.Required("Name"), Values: filter.Strings("Values"))).ToList();
        foreach (var (name, _) in filters.Where(filter => filter.Name is not ("tag-key" or "tag-value") && !filter.Name.StartsWith("tag:", StringComparison.Ordinal)))
            throw AutoScalingErrors.Validation($"Invalid filter type {name}");

        var (page, next) = Pager.Page(
            store.List(context).Where(group => names.Count == 0 || names.Contains(group.Name)).Where(group => filters.TrueForAll(filter => Matches(group, filter.Name, filter.Values))),
            group => group.Name, "DescribeAutoScalingGroups", input.Optional("NextToken") is { Length: > 0 } token ? token : null, size, AutoScalingErrors.InvalidToken);
        var output = new List<XElement> { new("AutoScalingGroups", page.Select(Print)) };
        if (next is not null)
            output.Add(new XElement("NextToken", next));
        return output;
    }

    private static bool Matches(Group group, string name, IReadOnlyList<string> values) => name switch
    {
        "tag-key" => group.Resource.Live.Tags.Keys.Any(values.Contains),
        "tag-value" => group.Resource.Live.Tags.Values.Any(values.Contains),
        _ => group.Resource.Live.Tags.TryGetValue(name["tag:".Length..], out var value) && values.Contains(value),
    };

    private IReadOnlyList<XElement> Update(QueryInput input, CallContext context)
    {
        var group = Find(input.Required("AutoScalingGroupName"), context);
        var (min, max) = (input.Integer("MinSize", group.Min), input.Integer("MaxSize", group.Max));
        if (min < 0 || max < min)
            throw AutoScalingErrors.Validation("Max bound, 'MaxSize', must be greater than or equal to min bound, 'MinSize'");
        // A desired capacity that is not given follows the new bounds; one that is given has to keep within them.
        var desired = input.Optional("DesiredCapacity") is null ? Math.Clamp(group.Desired, min, max) : input.Integer("DesiredCapacity", 0);
        if (desired < min || desired > max)
            throw AutoScalingErrors.Validation(string.Create(CultureInfo.InvariantCulture, $"Desired capacity:{desired} must be between the specified min size:{min} and max size:{max}"));
        store.Put(context, group with { Min = min, Max = max, Desired = desired });
        return [];
    }

    private IReadOnlyList<XElement> Tag(QueryInput input, CallContext context)
    {
        foreach (var tags in input.Members("Tags").ToLookup(tag => tag.Required("ResourceId")))
        {
            var group = Find(tags.Key, context);
            if (tags.Any(tag => tag.Optional("ResourceType") is { } type && type != ResourceType))
                throw AutoScalingErrors.Validation($"Invalid resource type, expecting {ResourceType}");
            store.Tag(context, group, tags.ToDictionary(tag => tag.Required("Key"), tag => tag.Optional("Value") ?? "", StringComparer.Ordinal));
        }
        return [];
    }

    private Group Find(string name, CallContext context) =>
        store.List(context).FirstOrDefault(group => group.Name == name) ?? throw AutoScalingErrors.NotFound(name);

    private static XElement Print(Group group) => new("member",
        new XElement("AutoScalingGroupName", group.Name),
        new XElement("AutoScalingGroupARN", group.Resource.Live.Arn),
        new XElement("MinSize", group.Min),
        new XElement("MaxSize", group.Max),
        new XElement("DesiredCapacity", group.Desired),
        new XElement("DefaultCooldown", 300),
        new XElement("Instances", group.Members.Select(id => new XElement("member",
            new XElement("InstanceId", id),
            new XElement("InstanceType", group.Resource.InstanceType),
            new XElement("LifecycleState", "InService"),
            new XElement("HealthStatus", "Healthy")))),
        new XElement("Tags", group.Resource.Live.Tags.Select(tag => new XElement("member",
            new XElement("ResourceId", group.Name),
            new XElement("ResourceType", ResourceType),
            new XElement("Key", tag.Key),
            new XElement("Value", tag.Value),
            new XElement("PropagateAtLaunch", "false")))));
}
