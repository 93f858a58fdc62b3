using System.Globalization;
using System.Xml.Linq;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ec2;

internal sealed class InstanceReads(InstanceStore store)
{
    private const int DefaultPage = 1000;

    private static readonly string[] FilterNames =
        ["availability-zone", "instance-id", "instance-lifecycle", "instance-state-code", "instance-state-name", "instance-type", "tag-key", "tag-value"];

    public void Register(Action<string, Func<QueryInput, CallContext, IReadOnlyList<XElement>>> add) => add("DescribeInstances", Describe);

    public static IReadOnlyList<XElement> State(string name, InstanceState state) =>
        [new(name, new XElement("code", state.Code), new XElement("name", state.Name))];

    private IReadOnlyList<XElement> Describe(QueryInput input, CallContext context)
    {
        var ids = input.Texts("InstanceId");
        var filters = Ec2Filters.Read(input, name => FilterNames.Contains(name) || name.StartsWith("tag:", StringComparison.Ordinal));
        if (ids.Count > 0 && input.Optional("MaxResults") is not null)
            throw new AwsError("InvalidParameterCombination", "The parameter instancesSet cannot be used with the parameter maxResults");
        var size = input.Integer("MaxResults", DefaultPage);
        if (size is < 5 or > 1000)
            throw Ec2Errors.InvalidValue($"Value ( {size} ) for parameter maxResults is invalid. Expecting a value between 5 and 1000.");
        if (input.Optional("DryRun") == "true")
            throw Ec2Errors.DryRun();

        var (page, next) = Pager.Page(
            Chosen(store.List(context, settle: true), ids).Where(instance => filters.Match(name => Values(instance, name))),
            instance => instance.Id, "DescribeInstances", input.Optional("NextToken") is { Length: > 0 } token ? token : null, size,
            () => new AwsError("InvalidNextToken", "The token is not one of this list."));
        var output = new List<XElement> { new("reservationSet", page.Select(instance => Reservation(instance, context))) };
        if (next is not null)
            output.Add(new XElement("nextToken", next));
        return output;
    }

    public static IEnumerable<Instance> Chosen(IReadOnlyList<Instance> all, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
            return all;
        if (ids.FirstOrDefault(id => !id.StartsWith("i-", StringComparison.Ordinal)) is { } malformed)
            throw Ec2Errors.Malformed(malformed);
        var byId = all.ToDictionary(instance => instance.Id, StringComparer.Ordinal);
        return ids.Where(id => !byId.ContainsKey(id)).ToList() is { Count: > 0 } unknown ? throw Ec2Errors.NotFound(unknown) : ids.Distinct(StringComparer.Ordinal).Select(id => byId[id]);
    }

    private static IEnumerable<string> Values(Instance instance, string name) => name switch
    {
        "availability-zone" => [instance.Resource.AvailabilityZone],
        "instance-id" => [instance.Id],
        "instance-lifecycle" => instance.IsSpot ? ["spot"] : [],
        "instance-state-code" => [instance.State.Code.ToString(CultureInfo.InvariantCulture)],
        "instance-state-name" => [instance.State.Name],
        "instance-type" => [instance.Resource.InstanceType],
        "tag-key" => instance.Tags.Keys,
        "tag-value" => instance.Tags.Values,
        _ => instance.Tags.TryGetValue(name["tag:".Length..], out var value) ? [value] : [],
    };

    private XElement Reservation(Instance instance, CallContext context)
    {
        var isOff = instance.State == InstanceState.Stopped || instance.State == InstanceState.Stopping;
        var started = isOff || instance.Since is null ? new DateTimeOffset(store.AsOf.AddDays(-30), new TimeOnly(8, 0), TimeSpan.Zero) : instance.Since.Value;
        return new XElement("item",
            new XElement("reservationId", "r-" + instance.Id[2..]),
            new XElement("ownerId", context.AccountId),
            new XElement("groupSet"),
            new XElement("instancesSet", new XElement("item",
                new XElement("instanceId", instance.Id),
                State("instanceState", instance.State),
                new XElement("reason", isOff && instance.Since is { } at ? string.Create(CultureInfo.InvariantCulture, $"User initiated ({at.UtcDateTime:yyyy-MM-dd HH:mm:ss} GMT)") : ""),
                new XElement("instanceType", instance.Resource.InstanceType),
                new XElement("launchTime", started.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
                new XElement("placement", new XElement("availabilityZone", instance.Resource.AvailabilityZone), new XElement("tenancy", "default")),
                new XElement("rootDeviceType", "ebs"),
                instance.IsSpot ? new XElement("instanceLifecycle", "spot") : null,
                new XElement("platformDetails", "Linux/UNIX"),
                new XElement("tagSet", instance.Tags.Select(tag => new XElement("item", new XElement("key", tag.Key), new XElement("value", tag.Value)))))));
    }
}
