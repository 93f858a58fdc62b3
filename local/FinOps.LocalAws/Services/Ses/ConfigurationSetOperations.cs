using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ses;

/// <summary>Configuration sets, kept with the options they were created with.</summary>
internal sealed partial class ConfigurationSetOperations(LocalAwsEnvironment environment)
{
    /// <summary>Where each option is put by an operation of its own.</summary>
    public static readonly (string Option, string Path)[] Paths =
    [
        ("TrackingOptions", "tracking-options"), ("DeliveryOptions", "delivery-options"), ("ReputationOptions", "reputation-options"),
        ("SendingOptions", "sending"), ("SuppressionOptions", "suppression-options"), ("VdmOptions", "vdm-options"), ("ArchivingOptions", "archiving-options"),
    ];

    public static string Collection(string account) => $"ses/configuration-sets/{account}";

    public JsonNode Create(RestCall call)
    {
        var name = call.Input.Required("ConfigurationSetName", 64);
        if (!NamePattern().IsMatch(name))
            throw SesErrors.BadRequest($"Configuration set name <{name}> is not valid: only alphanumeric ASCII characters, '_' and '-' are allowed.");
        var set = new JsonObject { ["ConfigurationSetName"] = name };
        foreach (var (option, _) in Paths)
            if (call.Input.OptionalObject(option) is { } given)
                set[option] = given.Body.DeepClone();
        var tags = SesTags.Tags.FromList(call.Input.Objects("Tags"));
        environment.Store.Write(session =>
        {
            if (!session.Add(Collection(call.Context.AccountId), name, set))
                throw SesErrors.Exists($"Configuration set <{name}>");
            SesTags.Tags.Merge(session, SesTags.Arn(call.Context, "configuration-set", name), tags);
        });
        return new JsonObject();
    }

    public JsonNode Get(RestCall call) => environment.Store.Read(session =>
    {
        var name = call.Path("ConfigurationSetName");
        var set = session.Get(Collection(call.Context.AccountId), name) ?? throw SesErrors.NotFound($"Configuration set <{name}>");
        set["Tags"] = TagStore.ToList(SesTags.Tags.Read(session, SesTags.Arn(call.Context, "configuration-set", name)));
        return set;
    });

    public JsonNode Put(RestCall call, string option)
    {
        var name = call.Path("ConfigurationSetName");
        environment.Store.Write(session =>
        {
            var set = session.Get(Collection(call.Context.AccountId), name) ?? throw SesErrors.NotFound($"Configuration set <{name}>");
            set[option] = call.Input.Body.DeepClone();
            session.Put(Collection(call.Context.AccountId), name, set);
        });
        return new JsonObject();
    }

    public JsonNode Delete(RestCall call)
    {
        var name = call.Path("ConfigurationSetName");
        environment.Store.Write(session =>
        {
            if (!session.Delete(Collection(call.Context.AccountId), name))
                throw SesErrors.NotFound($"Configuration set <{name}>");
            session.DeleteAll(EventDestinationOperations.Collection(call.Context.AccountId, name));
            SesTags.Tags.Forget(session, SesTags.Arn(call.Context, "configuration-set", name));
        });
        return new JsonObject();
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex NamePattern();
}
