using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ses;

/// <summary>Tags of identities and configuration sets, by ARN.</summary>
internal sealed class SesTags(LocalAwsEnvironment environment)
{
    public static readonly TagStore Tags = new("ses", SesErrors.BadRequest);

    public static string Arn(CallContext context, string kind, string name) => $"arn:aws:ses:{context.Region}:{context.AccountId}:{kind}/{name}";

    public JsonNode List(RestCall call) => environment.Store.Read(session => new JsonObject
    {
        ["Tags"] = TagStore.ToList(Tags.Read(session, Resource(session, call, call.Query("ResourceArn")))),
    });

    public JsonNode Tag(RestCall call)
    {
        var tags = Tags.FromList(call.Input.Objects("Tags"));
        environment.Store.Write(session => Tags.Merge(session, Resource(session, call, call.Input.Required("ResourceArn")), tags));
        return new JsonObject();
    }

    public JsonNode Untag(RestCall call)
    {
        environment.Store.Write(session => Tags.Remove(session, Resource(session, call, call.Query("ResourceArn")), call.QueryAll("TagKeys")));
        return new JsonObject();
    }

    private static string Resource(StoreSession session, RestCall call, string? arn)
    {
        var parts = (arn ?? throw SesErrors.BadRequest("ResourceArn is missing.")).Split(':', 6);
        var (kind, name) = parts is [_, _, "ses", _, var account, var resource] && account == call.Context.AccountId && resource.Split('/', 2) is [var first, var second]
            ? (first, second)
            : throw SesErrors.NotFound($"The resource {arn}");
        var collection = kind switch
        {
            "identity" => IdentityOperations.Collection(account),
            "configuration-set" => ConfigurationSetOperations.Collection(account),
            _ => throw SesErrors.NotFound($"The resource {arn}"),
        };
        return session.Get(collection, name) is not null ? arn : throw SesErrors.NotFound($"The resource {arn}");
    }
}
