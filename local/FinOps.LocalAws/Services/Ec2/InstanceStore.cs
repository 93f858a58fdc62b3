using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.Core.Organization.Synthetic.Resources;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.AutoScaling;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ec2;

/// <summary>
/// The instances of the synthetic organization: running until somebody stops them. What a call began is done when it is next looked at, so
/// that nobody has to wait here; who does not look meets <c>stopping</c> and <c>pending</c>.
/// </summary>
internal sealed class InstanceStore(LocalAwsEnvironment environment)
{
    private readonly LiveResourceStore _resources = new(environment);
    private readonly GroupStore _groups = new(environment);

    public DateOnly AsOf => environment.Organization.Options.AsOf;

    /// <param name="settle">Whether what was begun is done now.</param>
    public IReadOnlyList<Instance> List(CallContext context, bool settle)
    {
        var resources = _resources.Of(context.AccountId, context.Region).Where(resource => resource.Live.Type == "ec2:instance").ToList();
        var emptied = _groups.Emptied(context);
        var known = environment.Store.List(Collection(context)).ToDictionary(item => item.Key, item => item.Value, StringComparer.Ordinal);
        var begun = known.Where(item => settle && Settled((string)item.Value["State"]!) is not null).ToList();
        foreach (var (_, item) in begun)
            item["State"] = Settled((string)item["State"]!);
        if (begun.Count > 0)
            environment.Store.Write(session => begun.ForEach(item => session.Put(Collection(context), item.Key, item.Value)));
        return [.. resources.Select(resource => Of(resource, known.GetValueOrDefault(resource.Id), emptied))];
    }

    public void Put(CallContext context, IEnumerable<Instance> instances, InstanceState state) => environment.Store.Write(session =>
    {
        foreach (var instance in instances)
            session.Put(Collection(context), instance.Id, new JsonObject { ["State"] = state.Name, ["Since"] = context.Now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) });
    });

    private static Instance Of(SyntheticResource resource, JsonObject? item, IReadOnlySet<string> emptied)
    {
        var state = (string?)item?["State"] switch
        {
            "pending" => InstanceState.Pending,
            "stopping" => InstanceState.Stopping,
            "stopped" => InstanceState.Stopped,
            _ => InstanceState.Running,
        };
        // Auto Scaling terminates what it no longer wants.
        return new Instance(
            resource,
            resource.Group is { } group && emptied.Contains(group) ? InstanceState.Terminated : state,
            item is null ? null : DateTimeOffset.Parse((string)item["Since"]!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
    }

    private static string? Settled(string state) => state switch { "pending" => "running", "stopping" => "stopped", _ => null };

    private static string Collection(CallContext context) => $"ec2/instances/{context.AccountId}/{context.Region}";
}
