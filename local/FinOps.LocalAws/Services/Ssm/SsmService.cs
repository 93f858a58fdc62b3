using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ssm;

/// <summary>Systems Manager's Parameter Store, the part of it that a stack uses.</summary>
internal sealed class SsmService : JsonServiceBase
{
    private readonly LocalAwsEnvironment _environment;

    public SsmService(LocalAwsEnvironment environment)
        : base("ssm", "AmazonSSM", "1.1")
    {
        _environment = environment;
        new ParameterOperations(environment).Register(Add);
        Add("ListTagsForResource", (input, context) => environment.Store.Read(session => new JsonObject
        {
            ["TagList"] = Tagging.TagStore.ToList(ParameterStore.Tags.Read(session, Tagged(session, input, context))),
        }));
        Add("AddTagsToResource", (input, context) => Change(session =>
            ParameterStore.Tags.Merge(session, Tagged(session, input, context), ParameterStore.Tags.FromList(input.Objects("Tags")))));
        Add("RemoveTagsFromResource", (input, context) => Change(session =>
            ParameterStore.Tags.Remove(session, Tagged(session, input, context), input.Strings("TagKeys"))));
    }

    protected override AwsError Invalid(string message) => SsmErrors.Invalid(message);

    private static string Tagged(StoreSession session, JsonInput input, CallContext context)
    {
        input.OneOf("ResourceType", "Parameter");
        var name = input.Required("ResourceId");
        return session.Get(ParameterStore.Collection(context), name) is not null ? ParameterStore.Arn(context, name) : throw SsmErrors.NoResource(name);
    }

    private JsonObject Change(Action<StoreSession> change)
    {
        _environment.Store.Write(change);
        return [];
    }
}
