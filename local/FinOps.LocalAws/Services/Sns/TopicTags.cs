using System.Xml.Linq;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Iam;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Sns;

/// <summary>Tags of topics.</summary>
internal sealed class TopicTags(LocalAwsEnvironment environment)
{
    public void Register(Action<string, Func<QueryInput, CallContext, IReadOnlyList<XElement>>> add)
    {
        add("ListTagsForResource", (input, context) => environment.Store.Read(session => (IReadOnlyList<XElement>)
            [new("Tags", SnsStore.Tags.Read(session, Arn(session, input, context)).Select(tag =>
                new XElement("member", new XElement("Key", tag.Key), new XElement("Value", tag.Value))))]));
        add("TagResource", (input, context) => Change(session => SnsStore.Tags.Merge(session, Arn(session, input, context), RoleTagOperations.Tags(input))));
        add("UntagResource", (input, context) => Change(session => SnsStore.Tags.Remove(session, Arn(session, input, context), input.Strings("TagKeys"))));
    }

    private IReadOnlyList<XElement> Change(Action<StoreSession> change)
    {
        environment.Store.Write(change);
        return [];
    }

    private static string Arn(StoreSession session, QueryInput input, CallContext context)
    {
        var arn = input.Required("ResourceArn");
        return session.Get(SnsStore.Topics(context), arn) is not null ? arn : throw new AwsError("ResourceNotFound", "Resource does not exist", 404);
    }
}
