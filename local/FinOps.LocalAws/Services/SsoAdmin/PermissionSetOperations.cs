using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Iam;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.SsoAdmin;

/// <summary>Permission sets with an inline policy.</summary>
internal sealed partial class PermissionSetOperations(LocalAwsEnvironment environment)
{
    private const int SizeLimit = 32_768;
    private static readonly string[] Texts = ["Description", "SessionDuration", "RelayState"];

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("CreatePermissionSet", Create);
        add("DescribePermissionSet", (input, _) => environment.Store.Read(session => new JsonObject { ["PermissionSet"] = Print(PermissionSetStore.Require(session, environment, input)) }));
        add("ListPermissionSets", List);
        add("UpdatePermissionSet", (input, _) => Change(input, (_, set) => Read(set, input)));
        add("DeletePermissionSet", Delete);
        add("PutInlinePolicyToPermissionSet", (input, _) => Change(input, (_, set) => set["InlinePolicy"] = PolicyDocument.Check(input.Required("InlinePolicy"), isTrust: false, SizeLimit)));
        add("GetInlinePolicyForPermissionSet", (input, _) => environment.Store.Read(session => new JsonObject { ["InlinePolicy"] = (string?)PermissionSetStore.Require(session, environment, input)["InlinePolicy"] ?? "" }));
        add("DeleteInlinePolicyFromPermissionSet", (input, _) => Change(input, (_, set) => set.Remove("InlinePolicy")));
        add("ListTagsForResource", (input, _) => environment.Store.Read(session => new JsonObject { ["Tags"] = TagStore.ToList(PermissionSetStore.Tags.Read(session, input.Required("ResourceArn"))) }));
        add("TagResource", (input, _) => Tag(session => PermissionSetStore.Tags.Merge(session, input.Required("ResourceArn"), PermissionSetStore.Tags.FromList(input.Objects("Tags")))));
        add("UntagResource", (input, _) => Tag(session => PermissionSetStore.Tags.Remove(session, input.Required("ResourceArn"), input.Strings("TagKeys"))));
    }

    private JsonObject Create(JsonInput input, CallContext context)
    {
        PermissionSetStore.CheckInstance(environment, input);
        var name = input.Required("Name", 32);
        if (!NamePattern().IsMatch(name))
            throw input.Fault("Name", @"Member must satisfy regular expression pattern: [\w+=,.@-]+");
        var set = new JsonObject
        {
            ["Name"] = name,
            ["PermissionSetArn"] = PermissionSetStore.InstanceArn(environment).Replace(":instance/", ":permissionSet/", StringComparison.Ordinal) + "/ps-" + RandomNumberGenerator.GetHexString(16, lowercase: true),
            ["CreatedDate"] = context.Now.ToUnixTimeSeconds(),
        };
        Read(set, input);
        var tags = PermissionSetStore.Tags.FromList(input.Objects("Tags"));
        environment.Store.Write(session =>
        {
            if (session.List(PermissionSetStore.Sets).Any(other => (string?)other.Value["Name"] == name))
                throw SsoErrors.Conflict($"PermissionSet with name {name} already exists.");
            session.Put(PermissionSetStore.Sets, (string)set["PermissionSetArn"]!, set);
            PermissionSetStore.Tags.Merge(session, (string)set["PermissionSetArn"]!, tags);
        });
        return new JsonObject { ["PermissionSet"] = Print(set) };
    }

    private JsonObject List(JsonInput input, CallContext context)
    {
        PermissionSetStore.CheckInstance(environment, input);
        var (page, next) = Pager.Page(environment.Store.List(PermissionSetStore.Sets), item => item.Key, "ListPermissionSets", input.Optional("NextToken"), input.Integer("MaxResults", 100, 1, 100), () => SsoErrors.Invalid("Invalid NextToken."));
        var output = new JsonObject { ["PermissionSets"] = new JsonArray([.. page.Select(item => (JsonNode)item.Key)]) };
        if (next is not null)
            output["NextToken"] = next;
        return output;
    }

    private JsonObject Delete(JsonInput input, CallContext context) => environment.Store.Write(session =>
    {
        var arn = (string)PermissionSetStore.Require(session, environment, input)["PermissionSetArn"]!;
        if (session.List(PermissionSetStore.Assignments, $"{arn} ", limit: 1).Count > 0)
            throw SsoErrors.Conflict("The permission set is assigned to accounts.");
        session.Delete(PermissionSetStore.Sets, arn);
        PermissionSetStore.Tags.Forget(session, arn);
        return new JsonObject();
    });

    private JsonObject Change(JsonInput input, Action<StoreSession, JsonObject> change) => environment.Store.Write(session =>
    {
        var set = PermissionSetStore.Require(session, environment, input);
        change(session, set);
        session.Put(PermissionSetStore.Sets, (string)set["PermissionSetArn"]!, set);
        return new JsonObject();
    });

    private JsonObject Tag(Action<StoreSession> change)
    {
        environment.Store.Write(change);
        return [];
    }

    private static void Read(JsonObject set, JsonInput input)
    {
        if (input.Optional("SessionDuration") is { } duration && !DurationPattern().IsMatch(duration))
            throw input.Fault("SessionDuration", "Member must be a duration such as PT8H");
        foreach (var name in Texts)
            if (input.Optional(name) is { } text)
                set[name] = text;
        set["SessionDuration"] ??= "PT1H";
    }

    private static JsonObject Print(JsonObject set)
    {
        var printed = (JsonObject)set.DeepClone();
        printed.Remove("InlinePolicy");
        return printed;
    }

    [GeneratedRegex(@"^[\w+=,.@-]{1,32}\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^PT([1-9]|1[0-2])H\z")]
    private static partial Regex DurationPattern();
}
