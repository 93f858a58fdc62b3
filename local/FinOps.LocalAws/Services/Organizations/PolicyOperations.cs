using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Organizations;

/// <summary>Policies themselves, and the types enabled on the root.</summary>
internal sealed class PolicyOperations(LocalAwsEnvironment environment, PolicyStore policies)
{
    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("CreatePolicy", (input, _) => Create(input));
        add("UpdatePolicy", (input, _) => Update(input));
        add("DeletePolicy", (input, _) => Delete(input));
        add("DescribePolicy", (input, _) => environment.Store.Read(session => Describe(Require(session, input))));
        add("ListPolicies", (input, _) => List(input));
        add("EnablePolicyType", (input, _) => SetType(input, enabled: true));
        add("DisablePolicyType", (input, _) => SetType(input, enabled: false));
    }

    public static JsonObject Summary(JsonObject policy) => new()
    {
        ["Id"] = (string?)policy["Id"],
        ["Arn"] = (string?)policy["Arn"],
        ["Name"] = (string?)policy["Name"],
        ["Description"] = (string?)policy["Description"],
        ["Type"] = (string?)policy["Type"],
        ["AwsManaged"] = (bool)policy["AwsManaged"]!,
    };

    public static JsonObject Require(StoreSession session, JsonInput input)
    {
        var id = input.Required("PolicyId", 130);
        return PolicyStore.Find(session, id) ?? throw OrganizationsErrors.PolicyNotFound(id);
    }

    private static JsonObject Describe(JsonObject policy) => new()
    {
        ["Policy"] = new JsonObject { ["PolicySummary"] = Summary(policy), ["Content"] = (string?)policy["Content"] },
    };

    private JsonObject Create(JsonInput input)
    {
        var type = input.OneOf("Type", PolicyTypes.All);
        var name = input.Required("Name", 128);
        var content = input.Required("Content");
        var description = input.Optional("Description", 512) ?? throw input.Fault("Description", "Member must not be null");
        var tags = TagOperations.Tags.FromList(input.Objects("Tags"));
        PolicyTypes.Check(type, content);
        return environment.Store.Write(session =>
        {
            if (!PolicyStore.IsEnabled(session, type))
                throw OrganizationsErrors.Make("PolicyTypeNotAvailableForOrganizationException", $"The policy type {type} is not enabled on the root of this organization.");
            CheckName(session, type, name, except: null);
            if (PolicyStore.All(session).Count(policy => (string?)policy["Type"] == type) >= PolicyTypes.NumberLimit(type))
                throw OrganizationsErrors.Constraint($"You have exceeded the number of policies of the type {type} that you can have in an organization.", "POLICY_NUMBER_LIMIT_EXCEEDED");
            var id = "p-" + RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 10);
            var policy = new JsonObject
            {
                ["Id"] = id,
                ["Arn"] = policies.Arn(type, id),
                ["Name"] = name,
                ["Description"] = description,
                ["Type"] = type,
                ["AwsManaged"] = false,
                ["Content"] = content,
            };
            session.Put(PolicyStore.Policies, id, policy);
            TagOperations.Tags.Merge(session, id, tags);
            return Describe(policy);
        });
    }

    private JsonObject Update(JsonInput input) => environment.Store.Write(session =>
    {
        var policy = Changeable(session, input);
        var type = (string)policy["Type"]!;
        if (input.Optional("Name", 128) is { } name)
        {
            CheckName(session, type, name, except: (string)policy["Id"]!);
            policy["Name"] = name;
        }
        if (input.Optional("Description", 512) is { } description)
            policy["Description"] = description;
        if (input.Optional("Content") is { } content)
        {
            PolicyTypes.Check(type, content);
            policy["Content"] = content;
        }
        session.Put(PolicyStore.Policies, (string)policy["Id"]!, policy);
        return Describe(policy);
    });

    private JsonObject Delete(JsonInput input) => environment.Store.Write(session =>
    {
        var id = (string)Changeable(session, input)["Id"]!;
        if (policies.TargetsOf(session, id).Count > 0)
            throw OrganizationsErrors.Make("PolicyInUseException", "The policy is attached to one or more entities. You must detach it from all roots, OUs, and accounts before performing this operation.");
        session.Delete(PolicyStore.Policies, id);
        TagOperations.Tags.Forget(session, id);
        return new JsonObject();
    });

    private JsonObject List(JsonInput input)
    {
        var type = input.OneOf("Filter", PolicyTypes.All);
        var all = environment.Store.Read(PolicyStore.All).Where(policy => (string?)policy["Type"] == type);
        return input.Page("ListPolicies", "Policies", all, policy => (string)policy["Id"]!, Summary);
    }

    private JsonObject SetType(JsonInput input, bool enabled)
    {
        var (root, type) = (input.Required("RootId"), input.OneOf("PolicyType", PolicyTypes.All));
        if (root != environment.Organization.RootId)
            throw OrganizationsErrors.Make("RootNotFoundException", "We can't find a root with the RootId that you specified.");
        environment.Store.Write(session =>
        {
            if (PolicyStore.IsEnabled(session, type) == enabled)
                throw enabled
                    ? OrganizationsErrors.Make("PolicyTypeAlreadyEnabledException", "The specified policy type is already enabled in the specified root.")
                    : OrganizationsErrors.Make("PolicyTypeNotEnabledException", "The specified policy type isn't currently enabled in this root.");
            PolicyStore.SetEnabled(session, type, enabled);
        });
        return new JsonObject
        {
            ["Root"] = new JsonObject
            {
                ["Id"] = root,
                ["Arn"] = environment.Organization.RootArn,
                ["Name"] = "Root",
                ["PolicyTypes"] = new JsonArray([.. policies.EnabledTypes().Select(each => new JsonObject { ["Type"] = each, ["Status"] = "ENABLED" })]),
            },
        };
    }

    private static JsonObject Changeable(StoreSession session, JsonInput input)
    {
        var policy = Require(session, input);
        return (bool)policy["AwsManaged"]!
            ? throw OrganizationsErrors.InvalidInput("You specified a policy that is managed by AWS and can't be modified.", "IMMUTABLE_POLICY")
            : policy;
    }

    private static void CheckName(StoreSession session, string type, string name, string? except)
    {
        if (PolicyStore.All(session).Any(policy => (string?)policy["Name"] == name && (string?)policy["Type"] == type && (string?)policy["Id"] != except))
            throw OrganizationsErrors.Make("DuplicatePolicyException", "A policy with the same name already exists.");
    }
}
