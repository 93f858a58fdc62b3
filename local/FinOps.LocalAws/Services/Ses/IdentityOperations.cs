using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ses;

/// <summary>E-mail addresses and domains. They count as verified at once: nobody could click a confirmation here.</summary>
internal sealed partial class IdentityOperations(LocalAwsEnvironment environment)
{
    public static string Collection(string account) => $"ses/identities/{account}";

    public JsonNode Create(RestCall call)
    {
        var name = call.Input.Required("EmailIdentity", 320);
        var isAddress = EmailAddress.TryParse(name, out _);
        if (!isAddress && !DomainPattern().IsMatch(name))
            throw SesErrors.BadRequest($"Invalid email identity: '{name}' is neither an e-mail address nor a domain.");
        var tags = SesTags.Tags.FromList(call.Input.Objects("Tags"));
        var identity = new JsonObject { ["IdentityType"] = isAddress ? "EMAIL_ADDRESS" : "DOMAIN" };
        if (call.Input.Optional("ConfigurationSetName") is { } set)
            identity["ConfigurationSetName"] = set;
        environment.Store.Write(session =>
        {
            if (!session.Add(Collection(call.Context.AccountId), name, identity))
                throw SesErrors.Exists($"Email identity {name}");
            SesTags.Tags.Merge(session, SesTags.Arn(call.Context, "identity", name), tags);
        });
        return new JsonObject
        {
            ["IdentityType"] = isAddress ? "EMAIL_ADDRESS" : "DOMAIN",
            ["VerifiedForSendingStatus"] = true,
            ["DkimAttributes"] = Dkim(),
        };
    }

    public JsonNode Get(RestCall call) => environment.Store.Read(session =>
    {
        var name = call.Path("EmailIdentity");
        var identity = session.Get(Collection(call.Context.AccountId), name) ?? throw SesErrors.NotFound($"Email identity {name}");
        identity["FeedbackForwardingStatus"] = true;
        identity["VerifiedForSendingStatus"] = true;
        identity["VerificationStatus"] = "SUCCESS";
        identity["DkimAttributes"] = Dkim();
        identity["Policies"] = new JsonObject();
        identity["Tags"] = TagStore.ToList(SesTags.Tags.Read(session, SesTags.Arn(call.Context, "identity", name)));
        return identity;
    });

    public JsonNode PutConfigurationSet(RestCall call)
    {
        var name = call.Path("EmailIdentity");
        environment.Store.Write(session =>
        {
            var identity = session.Get(Collection(call.Context.AccountId), name) ?? throw SesErrors.NotFound($"Email identity {name}");
            identity.Remove("ConfigurationSetName");
            if (call.Input.Optional("ConfigurationSetName") is { } set)
                identity["ConfigurationSetName"] = session.Get(ConfigurationSetOperations.Collection(call.Context.AccountId), set) is not null
                    ? set
                    : throw SesErrors.NotFound($"Configuration set <{set}>");
            session.Put(Collection(call.Context.AccountId), name, identity);
        });
        return new JsonObject();
    }

    public JsonNode List(RestCall call)
    {
        var (page, next) = Pager.Page(environment.Store.List(Collection(call.Context.AccountId)), item => item.Key, "ListEmailIdentities",
            call.Query("NextToken"), call.QueryInteger("PageSize", 100, 1, 1000), () => SesErrors.BadRequest("Invalid NextToken."));
        var output = new JsonObject
        {
            ["EmailIdentities"] = new JsonArray([.. page.Select(item => new JsonObject
            {
                ["IdentityName"] = item.Key,
                ["IdentityType"] = (string?)item.Value["IdentityType"],
                ["SendingEnabled"] = true,
                ["VerificationStatus"] = "SUCCESS",
            })]),
        };
        if (next is not null)
            output["NextToken"] = next;
        return output;
    }

    public JsonNode Delete(RestCall call)
    {
        var name = call.Path("EmailIdentity");
        environment.Store.Write(session =>
        {
            if (!session.Delete(Collection(call.Context.AccountId), name))
                throw SesErrors.NotFound($"Email identity {name}");
            SesTags.Tags.Forget(session, SesTags.Arn(call.Context, "identity", name));
        });
        return new JsonObject();
    }

    private static JsonObject Dkim() => new() { ["SigningEnabled"] = true, ["Status"] = "SUCCESS", ["SigningAttributesOrigin"] = "AWS_SES" };

    [GeneratedRegex(@"^([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,63}\z")]
    private static partial Regex DomainPattern();
}
