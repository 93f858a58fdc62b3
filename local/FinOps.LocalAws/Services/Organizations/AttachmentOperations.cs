using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Organizations;

/// <summary>Which policies stand on which roots, units and accounts.</summary>
internal sealed class AttachmentOperations(LocalAwsEnvironment environment, OrganizationTree tree, PolicyStore policies)
{
    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("AttachPolicy", (input, _) => Attach(input));
        add("DetachPolicy", (input, _) => Detach(input));
        add("ListPoliciesForTarget", (input, _) => ForTarget(input));
        add("ListTargetsForPolicy", (input, _) => ForPolicy(input));
    }

    private JsonObject Attach(JsonInput input) => environment.Store.Write(session =>
    {
        var policy = PolicyOperations.Require(session, input);
        var (id, type, target) = ((string)policy["Id"]!, (string)policy["Type"]!, Target(input));
        if (!PolicyStore.IsEnabled(session, type))
            throw OrganizationsErrors.Make("PolicyTypeNotEnabledException", "The specified policy type isn't currently enabled in this root.");
        if (PolicyStore.IsAttached(session, target, id))
            throw OrganizationsErrors.Make("DuplicatePolicyAttachmentException", "The selected policy is already attached to the specified target.");
        if (PolicyStore.AttachedTo(session, target, type).Count >= PolicyTypes.AttachmentLimit(type))
            throw OrganizationsErrors.Constraint("You have attached the maximum number of policies of this type to the specified target.", "MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED");
        PolicyStore.Attach(session, target, id);
        return new JsonObject();
    });

    private JsonObject Detach(JsonInput input) => environment.Store.Write(session =>
    {
        var policy = PolicyOperations.Require(session, input);
        var (id, type, target) = ((string)policy["Id"]!, (string)policy["Type"]!, Target(input));
        if (!PolicyStore.IsAttached(session, target, id))
            throw OrganizationsErrors.Make("PolicyNotAttachedException", "The policy isn't attached to the specified target in the specified root.");
        if (type == PolicyTypes.ServiceControl && PolicyStore.AttachedTo(session, target, type).Count == 1)
            throw OrganizationsErrors.Constraint("You cannot remove the last service control policy from the specified target.", "MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED");
        PolicyStore.Detach(session, target, id);
        return new JsonObject();
    });

    private JsonObject ForTarget(JsonInput input)
    {
        var (target, type) = (Target(input), input.OneOf("Filter", PolicyTypes.All));
        var attached = environment.Store.Read(session => PolicyStore.AttachedTo(session, target, type));
        return input.Page("ListPoliciesForTarget", "Policies", attached.Index(), item => $"{item.Index:D4}", item => PolicyOperations.Summary(item.Item));
    }

    private JsonObject ForPolicy(JsonInput input)
    {
        var targets = environment.Store.Read(session => policies.TargetsOf(session, (string)PolicyOperations.Require(session, input)["Id"]!));
        return input.Page("ListTargetsForPolicy", "Targets", targets, id => id, id => tree.Target(id)!);
    }

    private string Target(JsonInput input)
    {
        var id = input.Required("TargetId", 100);
        return tree.Target(id) is not null ? id : throw OrganizationsErrors.TargetNotFound(id);
    }
}
