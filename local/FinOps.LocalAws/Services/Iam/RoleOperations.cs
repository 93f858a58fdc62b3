using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Iam;

/// <summary>Roles themselves.</summary>
internal sealed partial class RoleOperations(LocalAwsEnvironment environment)
{
    private const int TrustPolicyLimit = 2048;

    public void Register(Action<string, Func<QueryInput, CallContext, IReadOnlyList<XElement>>> add)
    {
        add("CreateRole", Create);
        add("GetRole", (input, context) => environment.Store.Read(session =>
            (IReadOnlyList<XElement>)[Print("Role", session, RoleStore.Require(session, context, input))]));
        add("ListRoles", List);
        add("UpdateRole", Update);
        add("UpdateAssumeRolePolicy", UpdateTrust);
        add("DeleteRole", Delete);
        // Asked for before a role is deleted; there are no instance profiles here.
        add("ListInstanceProfilesForRole", (input, context) => environment.Store.Read(session =>
        {
            RoleStore.Require(session, context, input);
            return input.Page("ListInstanceProfilesForRole", "InstanceProfiles", Array.Empty<string>(), name => name, name => name);
        }));
    }

    private IReadOnlyList<XElement> Create(QueryInput input, CallContext context)
    {
        var name = input.Required("RoleName");
        if (!NamePattern().IsMatch(name))
            throw IamErrors.Validation($"The specified value for roleName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_- and be at most 64 long");
        var path = input.Optional("Path") ?? "/";
        if (!PathPattern().IsMatch(path))
            throw IamErrors.Validation("The specified value for path is invalid. It must begin and end with /");
        var role = RoleStore.New(context.AccountId, path, name, context.Now);
        role["AssumeRolePolicyDocument"] = PolicyDocument.Check(input.Required("AssumeRolePolicyDocument"), isTrust: true, TrustPolicyLimit);
        role["Description"] = input.Optional("Description");
        role["MaxSessionDuration"] = SessionLength(input);
        role["PermissionsBoundary"] = input.Optional("PermissionsBoundary");
        var tags = RoleTagOperations.Tags(input);
        return environment.Store.Write(session =>
        {
            if (!session.Add(RoleStore.Collection(context.AccountId), RoleStore.Key(name), role))
                throw IamErrors.Exists($"Role with name {name} already exists.");
            RoleStore.Tags.Merge(session, (string)role["Arn"]!, tags);
            return (IReadOnlyList<XElement>)[Print("Role", session, role)];
        });
    }

    private IReadOnlyList<XElement> List(QueryInput input, CallContext context)
    {
        var prefix = input.Optional("PathPrefix") ?? "/";
        return environment.Store.Read(session => input.Page($"ListRoles {prefix}", "Roles",
            session.List(RoleStore.Collection(context.AccountId)).Where(role => ((string)role.Value["Path"]!).StartsWith(prefix, StringComparison.Ordinal)),
            role => role.Key, role => Print("Role", session, role.Value).Elements().ToList()));
    }

    private IReadOnlyList<XElement> Update(QueryInput input, CallContext context)
    {
        environment.Store.Write(session =>
        {
            var role = RoleStore.Require(session, context, input);
            if (input.Optional("Description") is { } description)
                role["Description"] = description;
            if (input.Optional("MaxSessionDuration") is not null)
                role["MaxSessionDuration"] = SessionLength(input);
            RoleStore.Save(session, context, role);
        });
        return [];
    }

    private IReadOnlyList<XElement> UpdateTrust(QueryInput input, CallContext context)
    {
        var document = PolicyDocument.Check(input.Required("PolicyDocument"), isTrust: true, TrustPolicyLimit);
        environment.Store.Write(session =>
        {
            var role = RoleStore.Require(session, context, input);
            role["AssumeRolePolicyDocument"] = document;
            RoleStore.Save(session, context, role);
        });
        return [];
    }

    private IReadOnlyList<XElement> Delete(QueryInput input, CallContext context)
    {
        environment.Store.Write(session =>
        {
            var role = RoleStore.Require(session, context, input);
            if (role["Attached"]!.AsObject().Count > 0)
                throw IamErrors.DeleteConflict("Cannot delete entity, must detach all policies first.");
            if (role["Inline"]!.AsObject().Count > 0)
                throw IamErrors.DeleteConflict("Cannot delete entity, must delete policies first.");
            session.Delete(RoleStore.Collection(context.AccountId), RoleStore.Key((string)role["RoleName"]!));
            RoleStore.Tags.Forget(session, (string)role["Arn"]!);
        });
        return [];
    }

    /// <summary>A role as IAM prints it.</summary>
    public static XElement Print(string name, StoreSession session, JsonObject role)
    {
        var printed = new XElement(name,
            new XElement("Path", (string?)role["Path"]),
            new XElement("RoleName", (string?)role["RoleName"]),
            new XElement("RoleId", (string?)role["RoleId"]),
            new XElement("Arn", (string?)role["Arn"]),
            new XElement("CreateDate", (string?)role["CreateDate"]),
            new XElement("AssumeRolePolicyDocument", Uri.EscapeDataString((string)role["AssumeRolePolicyDocument"]!)),
            new XElement("MaxSessionDuration", (int)role["MaxSessionDuration"]!));
        if ((string?)role["Description"] is { } description)
            printed.Add(new XElement("Description", description));
        if ((string?)role["PermissionsBoundary"] is { } boundary)
            printed.Add(new XElement("PermissionsBoundary", new XElement("PermissionsBoundaryType", "Policy"), new XElement("PermissionsBoundaryArn", boundary)));
        if (RoleStore.Tags.Read(session, (string)role["Arn"]!) is { Count: > 0 } tags)
            printed.Add(new XElement("Tags", tags.Select(tag => new XElement("member", new XElement("Key", tag.Key), new XElement("Value", tag.Value)))));
        return printed;
    }

    private static int SessionLength(QueryInput input) => input.Integer("MaxSessionDuration", 3600) is >= 3600 and <= 43_200 and var seconds
        ? seconds
        : throw IamErrors.Validation("1 validation error detected: Value at 'maxSessionDuration' failed to satisfy constraint: Member must have value between 3600 and 43200");

    public static string Time(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[A-Za-z0-9_+=,.@-]{1,64}\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^/([!-~]{1,510}/)?\z")]
    private static partial Regex PathPattern();
}
