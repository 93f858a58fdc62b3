using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Organizations;

/// <summary>Tags of accounts, units, the root and policies. An account starts with the tags that the synthetic organization gave it.</summary>
internal sealed class TagOperations(LocalAwsEnvironment environment, OrganizationTree tree)
{
    public static readonly TagStore Tags = new("organizations",
        message => OrganizationsErrors.InvalidInput(message, "INVALID_PATTERN"),
        message => OrganizationsErrors.Constraint(message, "MAX_TAG_LIMIT_EXCEEDED"));

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("ListTagsForResource", (input, _) => List(input));
        add("TagResource", (input, _) => Tag(input));
        add("UntagResource", (input, _) => Untag(input));
    }

    private JsonObject List(JsonInput input)
    {
        var tags = environment.Store.Read(session =>
        {
            var (resource, standing) = Resource(session, input);
            return Tags.Find(session, resource) ?? standing;
        });
        return input.Page($"ListTagsForResource {input.Required("ResourceId")}", "Tags", tags, tag => tag.Key,
            tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value });
    }

    private JsonObject Tag(JsonInput input)
    {
        var tags = Tags.FromList(input.Objects("Tags"));
        environment.Store.Write(session =>
        {
            var (resource, standing) = Resource(session, input);
            Tags.Merge(session, resource, tags, standing);
        });
        return [];
    }

    private JsonObject Untag(JsonInput input)
    {
        var keys = input.Strings("TagKeys");
        environment.Store.Write(session =>
        {
            var (resource, standing) = Resource(session, input);
            Tags.Remove(session, resource, keys, standing);
        });
        return [];
    }

    private (string Id, IReadOnlyDictionary<string, string> Standing) Resource(StoreSession session, JsonInput input)
    {
        var id = input.Required("ResourceId", 130);
        if (id == PolicyStore.FullAccess)
            throw OrganizationsErrors.InvalidInput("You specified a policy that is managed by AWS; it has no tags.", "INVALID_PATTERN");
        if (environment.Organization.FindAccount(id) is { } account)
            return (id, account.Tags);
        return tree.Target(id) is not null || PolicyStore.Find(session, id) is not null
            ? (id, new Dictionary<string, string>())
            : throw OrganizationsErrors.TargetNotFound(id);
    }
}
