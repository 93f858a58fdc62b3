using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Sns;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ses;

/// <summary>Where a configuration set tells what became of its mail. Nothing is told here.</summary>
internal sealed partial class EventDestinationOperations(LocalAwsEnvironment environment)
{
    private static readonly string[] Kinds = ["SnsDestination", "CloudWatchDestination", "EventBridgeDestination", "KinesisFirehoseDestination", "PinpointDestination"];

    private static readonly string[] Events = ["SEND", "REJECT", "BOUNCE", "COMPLAINT", "DELIVERY", "OPEN", "CLICK", "RENDERING_FAILURE", "DELIVERY_DELAY", "SUBSCRIPTION"];

    public static string Collection(string account, string set) => $"ses/event-destinations/{account}/{set}";

    public JsonNode Create(RestCall call) => Write(call, session =>
    {
        var name = call.Input.Required("EventDestinationName", 64);
        if (!NamePattern().IsMatch(name))
            throw SesErrors.BadRequest($"Event destination name <{name}> is not valid: only alphanumeric ASCII characters, '_' and '-' are allowed.");
        if (!session.Add(Of(call), name, Read(session, call)))
            throw SesErrors.Exists($"Event destination <{name}>");
    });

    public JsonNode Update(RestCall call) => Write(call, session =>
    {
        if (!session.UpdateValue(Of(call), call.Path("EventDestinationName"), Read(session, call)))
            throw NoDestination(call);
    });

    public JsonNode Delete(RestCall call) => Write(call, session =>
    {
        if (!session.Delete(Of(call), call.Path("EventDestinationName")))
            throw NoDestination(call);
    });

    public JsonNode List(RestCall call) => environment.Store.Read(session =>
    {
        RequireSet(session, call);
        return new JsonObject
        {
            ["EventDestinations"] = new JsonArray([.. session.List(Of(call)).Select(item =>
            {
                var destination = (JsonObject)item.Value.DeepClone();
                destination["Name"] = item.Key;
                return destination;
            })]),
        };
    });

    private JsonObject Write(RestCall call, Action<StoreSession> change)
    {
        environment.Store.Write(session =>
        {
            RequireSet(session, call);
            change(session);
        });
        return [];
    }

    private static string Of(RestCall call) => Collection(call.Context.AccountId, call.Path("ConfigurationSetName"));

    private static void RequireSet(StoreSession session, RestCall call)
    {
        var set = call.Path("ConfigurationSetName");
        if (session.Get(ConfigurationSetOperations.Collection(call.Context.AccountId), set) is null)
            throw SesErrors.NotFound($"Configuration set <{set}>");
    }

    private static AwsError NoDestination(RestCall call) => SesErrors.NotFound($"Event destination <{call.Path("EventDestinationName")}>");

    private static JsonObject Read(StoreSession session, RestCall call)
    {
        var given = call.Input.Object("EventDestination");
        if (Kinds.Count(given.Has) != 1)
            throw SesErrors.BadRequest($"An event destination must have exactly one of {string.Join(", ", Kinds)}.");
        var events = given.Strings("MatchingEventTypes");
        if (events.Count == 0 || events.Except(Events).Any())
            throw given.Fault("MatchingEventTypes", $"Members must satisfy enum value set: [{string.Join(", ", Events)}]");
        // SES sends a trial message: a topic that is not there is refused at once.
        if (given.OptionalObject("SnsDestination") is { } sns && sns.Required("TopicArn") is var topic && session.Get(SnsStore.Topics(call.Context), topic) is null)
            throw SesErrors.BadRequest($"Could not publish notification to SNS topic <{topic}>.");
        var destination = (JsonObject)given.Body.DeepClone();
        destination["Enabled"] = given.Flag("Enabled");
        return destination;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex NamePattern();
}
