using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.Core.Organization.Synthetic.Resources;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Rds;

/// <summary>
/// The databases of the synthetic organization: available until somebody stops them, and again seven days later. What a call began is done when
/// it is next looked at.
/// </summary>
internal sealed class DatabaseStore(LocalAwsEnvironment environment)
{
    private readonly LiveResourceStore _resources = new(environment);

    /// <param name="settle">Whether what was begun is done now.</param>
    public IReadOnlyList<Database> List(CallContext context, bool settle)
    {
        var all = _resources.Of(context.AccountId, context.Region).Where(resource => resource.Live.Type is "rds:db" or "rds:cluster").ToList();
        var states = environment.Store.List(Collection(context)).ToDictionary(item => item.Key, item => item.Value, StringComparer.Ordinal);
        var begun = states.Where(item => settle && Settled(item.Value, context.Now) is not null).ToList();
        foreach (var (_, item) in begun)
            item["Status"] = Settled(item, context.Now);
        if (begun.Count > 0)
            environment.Store.Write(session => begun.ForEach(item => session.Put(Collection(context), item.Key, item.Value)));
        var source = all.FirstOrDefault(resource => !IsReplica(resource) && resource is { Live.Type: "rds:db", Group: null });
        var replicas = source is null ? [] : all.Where(IsReplica).Select(resource => resource.Id).ToList();
        return [.. all.Select(resource =>
        {
            // An instance of a cluster is as its cluster is.
            var cluster = resource.Group is { } name ? all.FirstOrDefault(each => each.Live.Type == "rds:cluster" && each.Id == name) : null;
            var item = states.GetValueOrDefault((cluster ?? resource).Live.Arn);
            var status = (string?)item?["Status"] ?? Database.Available;
            return new Database(
                resource, status,
                status is Database.Stopped or Database.Stopping ? At(item!) : null,
                source is not null && IsReplica(resource) ? source.Id : null,
                resource == source ? replicas : []);
        })];
    }

    public void Put(CallContext context, Database database, string status) => environment.Store.Put(Collection(context), database.Resource.Live.Arn,
        new JsonObject { ["Status"] = status, ["At"] = context.Now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) });

    // One in nine of those in no cluster copies the first one of its account and region.
    private static bool IsReplica(SyntheticResource resource) => resource is { Live.Type: "rds:db", Group: null } && resource.Id[^1] is 'd' or 'k' or 'v' or '8';

    private static string? Settled(JsonObject item, DateTimeOffset now) => (string)item["Status"]! switch
    {
        Database.Stopping or Database.Stopped when At(item) + Database.LongestStop <= now => Database.Available,
        Database.Stopping => Database.Stopped,
        Database.Starting => Database.Available,
        _ => null,
    };

    private static DateTimeOffset At(JsonObject item) => DateTimeOffset.Parse((string)item["At"]!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Collection(CallContext context) => $"rds/databases/{context.AccountId}/{context.Region}";
}
