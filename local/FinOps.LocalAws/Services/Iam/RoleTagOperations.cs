using System.Xml.Linq;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Iam;

/// <summary>Tags of roles.</summary>
internal sealed class RoleTagOperations(LocalAwsEnvironment environment)
{
    public void Register(Action<string, Func<QueryInput, CallContext, IReadOnlyList<XElement>>> add)
    {
        add("TagRole", (input, context) => Change(session => RoleStore.Tags.Merge(session, Arn(session, input, context), Tags(input))));
        add("UntagRole", (input, context) => Change(session => RoleStore.Tags.Remove(session, Arn(session, input, context), input.Strings("TagKeys"))));
        add("ListRoleTags", (input, context) => environment.Store.Read(session => input.Page("ListRoleTags", "Tags",
            RoleStore.Tags.Read(session, Arn(session, input, context)), tag => tag.Key,
            tag => new[] { new XElement("Key", tag.Key), new XElement("Value", tag.Value) })));
    }

    /// <summary>The Tags list of a form.</summary>
    public static IReadOnlyDictionary<string, string> Tags(QueryInput input)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in input.Members("Tags"))
            if (!tags.TryAdd(tag.Required("Key"), tag.Optional("Value") ?? ""))
                throw new AwsError("InvalidInput", "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        return tags;
    }

    private IReadOnlyList<XElement> Change(Action<StoreSession> change)
    {
        environment.Store.Write(change);
        return [];
    }

    private static string Arn(StoreSession session, QueryInput input, CallContext context) =>
        (string)RoleStore.Require(session, context, input)["Arn"]!;
}
