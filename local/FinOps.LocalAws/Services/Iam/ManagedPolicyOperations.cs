using System.Text.Json.Nodes;
using System.Xml.Linq;
using FinOps.LocalAws.Credentials;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Iam;

/// <summary>Customer managed policies, one version each. Every ARN of AWS's own (<c>arn:aws:iam::aws:policy/…</c>) counts as existing.</summary>
internal sealed class ManagedPolicyOperations(LocalAwsEnvironment environment)
{
    private const int SizeLimit = 6144;
    private static readonly TagStore Tags = RoleStore.Tags;

    public void Register(Action<string, Func<QueryInput, CallContext, IReadOnlyList<XElement>>> add)
    {
        add("CreatePolicy", Create);
        add("GetPolicy", (input, context) => environment.Store.Read(session =>
            (IReadOnlyList<XElement>)[Print(session, context, Require(session, input, context))]));
        add("GetPolicyVersion", GetVersion);
        add("ListPolicyVersions", (input, context) => environment.Store.Read(session => input.Page("ListPolicyVersions", "Versions",
            [Require(session, input, context)], policy => (string)policy["Arn"]!,
            policy => new[] { new XElement("VersionId", "v1"), new XElement("IsDefaultVersion", "true"), new XElement("CreateDate", (string?)policy["CreateDate"]) })));
        add("DeletePolicy", Delete);
    }

    public static bool Exists(StoreSession session, CallContext context, string arn) =>
        arn.StartsWith("arn:aws:iam::aws:policy/", StringComparison.Ordinal) || session.Get(Collection(context.AccountId), arn) is not null;

    /// <summary>The text of a customer's policy; null for what does not exist and for policies of AWS.</summary>
    public static string? Document(LocalStore store, string account, string arn) => (string?)store.Get(Collection(account), arn)?["Document"];

    private static string Collection(string account) => $"iam/policies/{account}";

    private IReadOnlyList<XElement> Create(QueryInput input, CallContext context)
    {
        var (name, path) = (input.Required("PolicyName"), input.Optional("Path") ?? "/");
        var arn = $"arn:aws:iam::{context.AccountId}:policy{path}{name}";
        var policy = new JsonObject
        {
            ["PolicyName"] = name,
            ["PolicyId"] = KeyMaterial.Id("ANPA", 17),
            ["Arn"] = arn,
            ["Path"] = path,
            ["Description"] = input.Optional("Description"),
            ["CreateDate"] = RoleOperations.Time(context.Now),
            ["Document"] = PolicyDocument.Check(input.Required("PolicyDocument"), isTrust: false, SizeLimit),
        };
        var tags = RoleTagOperations.Tags(input);
        return environment.Store.Write(session =>
        {
            if (!session.Add(Collection(context.AccountId), arn, policy))
                throw IamErrors.Exists($"A policy called {name} already exists. Duplicate names are not allowed.");
            Tags.Merge(session, arn, tags);
            return (IReadOnlyList<XElement>)[Print(session, context, policy)];
        });
    }

    private IReadOnlyList<XElement> GetVersion(QueryInput input, CallContext context)
    {
        var policy = environment.Store.Read(session => Require(session, input, context));
        if (input.Required("VersionId") != "v1")
            throw IamErrors.NoSuchEntity($"Policy {(string?)policy["Arn"]} version {input.Required("VersionId")} does not exist or is not attachable.");
        return
        [
            new("PolicyVersion",
                new XElement("Document", Uri.EscapeDataString((string)policy["Document"]!)), new XElement("VersionId", "v1"),
                new XElement("IsDefaultVersion", "true"), new XElement("CreateDate", (string?)policy["CreateDate"])),
        ];
    }

    private IReadOnlyList<XElement> Delete(QueryInput input, CallContext context)
    {
        environment.Store.Write(session =>
        {
            var arn = (string)Require(session, input, context)["Arn"]!;
            if (Attachments(session, context, arn) > 0)
                throw IamErrors.DeleteConflict("Cannot delete a policy attached to entities.");
            session.Delete(Collection(context.AccountId), arn);
            Tags.Forget(session, arn);
        });
        return [];
    }

    private static XElement Print(StoreSession session, CallContext context, JsonObject policy)
    {
        var arn = (string)policy["Arn"]!;
        var printed = new XElement("Policy",
            new XElement("PolicyName", (string?)policy["PolicyName"]), new XElement("PolicyId", (string?)policy["PolicyId"]), new XElement("Arn", arn),
            new XElement("Path", (string?)policy["Path"]), new XElement("DefaultVersionId", "v1"),
            new XElement("AttachmentCount", Attachments(session, context, arn)), new XElement("IsAttachable", "true"),
            new XElement("CreateDate", (string?)policy["CreateDate"]), new XElement("UpdateDate", (string?)policy["CreateDate"]));
        if ((string?)policy["Description"] is { } description)
            printed.Add(new XElement("Description", description));
        if (Tags.Read(session, arn) is { Count: > 0 } tags)
            printed.Add(new XElement("Tags", tags.Select(tag => new XElement("member", new XElement("Key", tag.Key), new XElement("Value", tag.Value)))));
        return printed;
    }

    private static int Attachments(StoreSession session, CallContext context, string arn) =>
        session.List(RoleStore.Collection(context.AccountId)).Count(role => role.Value["Attached"]!.AsObject().ContainsKey(arn));

    private static JsonObject Require(StoreSession session, QueryInput input, CallContext context)
    {
        var arn = input.Required("PolicyArn");
        return session.Get(Collection(context.AccountId), arn) ?? throw IamErrors.NoSuchEntity($"Policy {arn} was not found.");
    }
}
