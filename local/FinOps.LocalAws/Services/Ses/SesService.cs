using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ses;

/// <summary>SES v2: identities, configuration sets, and mail that lands in the outbox folder.</summary>
internal sealed class SesService : RestJsonServiceBase
{
    private readonly LocalAwsEnvironment _environment;

    public SesService(LocalAwsEnvironment environment)
        : base("ses")
    {
        _environment = environment;
        var identities = new IdentityOperations(environment);
        var sets = new ConfigurationSetOperations(environment);
        var destinations = new EventDestinationOperations(environment);
        var tags = new SesTags(environment);
        Add("SendEmail", "POST", "/v2/email/outbound-emails", new EmailSending(environment).Send);
        Add("GetAccount", "GET", "/v2/email/account", Account);
        Add("CreateEmailIdentity", "POST", "/v2/email/identities", identities.Create);
        Add("ListEmailIdentities", "GET", "/v2/email/identities", identities.List);
        Add("GetEmailIdentity", "GET", "/v2/email/identities/{EmailIdentity}", identities.Get);
        Add("DeleteEmailIdentity", "DELETE", "/v2/email/identities/{EmailIdentity}", identities.Delete);
        Add("CreateConfigurationSet", "POST", "/v2/email/configuration-sets", sets.Create);
        Add("GetConfigurationSet", "GET", "/v2/email/configuration-sets/{ConfigurationSetName}", sets.Get);
        foreach (var (option, path) in ConfigurationSetOperations.Paths)
            Add($"PutConfigurationSet{option}", "PUT", $"/v2/email/configuration-sets/{{ConfigurationSetName}}/{path}", call => sets.Put(call, option));
        Add("PutEmailIdentityConfigurationSetAttributes", "PUT", "/v2/email/identities/{EmailIdentity}/configuration-set", identities.PutConfigurationSet);
        Add("DeleteConfigurationSet", "DELETE", "/v2/email/configuration-sets/{ConfigurationSetName}", sets.Delete);
        const string Destinations = "/v2/email/configuration-sets/{ConfigurationSetName}/event-destinations";
        Add("CreateConfigurationSetEventDestination", "POST", Destinations, destinations.Create);
        Add("GetConfigurationSetEventDestinations", "GET", Destinations, destinations.List);
        Add("UpdateConfigurationSetEventDestination", "PUT", $"{Destinations}/{{EventDestinationName}}", destinations.Update);
        Add("DeleteConfigurationSetEventDestination", "DELETE", $"{Destinations}/{{EventDestinationName}}", destinations.Delete);
        Add("ListTagsForResource", "GET", "/v2/email/tags", tags.List);
        Add("TagResource", "POST", "/v2/email/tags", tags.Tag);
        Add("UntagResource", "DELETE", "/v2/email/tags", tags.Untag);
    }

    protected override AwsError Invalid(string message) => SesErrors.BadRequest(message);

    private JsonObject Account(RestCall call) => new()
    {
        ["DedicatedIpAutoWarmupEnabled"] = false,
        ["EnforcementStatus"] = "HEALTHY",
        ["ProductionAccessEnabled"] = true,
        ["SendingEnabled"] = true,
        ["SendQuota"] = new JsonObject
        {
            ["Max24HourSend"] = 50_000,
            ["MaxSendRate"] = 14,
            ["SentLast24Hours"] = Outbox.SentSince(_environment.DataDirectory, call.Context.Now.AddHours(-24)),
        },
    };
}
