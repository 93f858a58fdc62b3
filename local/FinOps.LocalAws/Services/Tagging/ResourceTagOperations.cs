using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Tagging;

/// <summary>How a service spells the three calls that list, add and remove tags; TagResource and UntagResource have those names everywhere.</summary>
/// <param name="List">The operation that lists.</param>
/// <param name="Listed">The output member that carries the tags.</param>
/// <param name="Added">The input member of TagResource.</param>
/// <param name="Removed">The input member of UntagResource, a list of keys.</param>
/// <param name="IsMap">Tags are a map of key to value, not a list of both.</param>
internal sealed record TagSpelling(string List, string Listed, string Added, string Removed, bool IsMap = false);

/// <summary>The tag calls of an awsJson service.</summary>
/// <param name="resource">The ARN that a call names, when it is one of a thing that exists; throws the service's own error when it is not.</param>
internal sealed class ResourceTagOperations(LocalAwsEnvironment environment, TagStore tags, TagSpelling spelling, Func<StoreSession, JsonInput, CallContext, string> resource)
{
    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add(spelling.List, (input, context) => environment.Store.Read(session => new JsonObject
        {
            [spelling.Listed] = Print(tags.Read(session, resource(session, input, context))),
        }));
        add("TagResource", (input, context) => Change(session =>
            tags.Merge(session, resource(session, input, context), spelling.IsMap ? input.Map(spelling.Added) : tags.FromList(input.Objects(spelling.Added)))));
        add("UntagResource", (input, context) => Change(session => tags.Remove(session, resource(session, input, context), input.Strings(spelling.Removed))));
    }

    private JsonNode Print(IReadOnlyDictionary<string, string> found) => spelling.IsMap ? TagStore.ToMap(found) : TagStore.ToList(found);

    private JsonObject Change(Action<StoreSession> change)
    {
        environment.Store.Write(change);
        return [];
    }
}
