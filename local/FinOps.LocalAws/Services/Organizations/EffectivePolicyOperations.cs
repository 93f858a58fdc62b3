using System.Text.Json.Nodes;
using FinOps.Core.Problems;
using FinOps.Core.TagPolicies;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Organizations;

/// <summary>What all tag policies between the root and an account come to. Computed with each call, where AWS takes some seconds after a change.</summary>
internal sealed class EffectivePolicyOperations(LocalAwsEnvironment environment, OrganizationTree tree)
{
    private static readonly string[] Types = [.. PolicyTypes.All.Where(type => !PolicyTypes.IsAccessControl(type))];

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add) => add("DescribeEffectivePolicy", Describe);

    /// <summary>The tag policy of an account; null when none is attached to it or above it, or what they come to is not valid.</summary>
    public EffectiveTagPolicy? Find(string account)
    {
        var levels = environment.Store.Read(session => PolicyStore.IsEnabled(session, PolicyTypes.Tag) ? Levels(session, account) : []);
        return levels.Any(level => level.Policies.Length > 0) && EffectivePolicyEngine.Compute(levels) is { Errors.IsEmpty: true } effective ? effective : null;
    }

    private JsonObject Describe(JsonInput input, CallContext context)
    {
        var type = input.OneOf("PolicyType", Types);
        var target = input.Optional("TargetId", 100) ?? context.AccountId;
        if (target != context.AccountId && context.AccountId != environment.ManagementAccountId)
            throw OrganizationsErrors.AccessDenied();
        if (tree.Organization.FindAccount(target) is null)
            throw OrganizationsErrors.TargetNotFound(target);
        var levels = environment.Store.Read(session => PolicyStore.IsEnabled(session, type) && type == PolicyTypes.Tag ? Levels(session, target) : []);
        if (!levels.Any(level => level.Policies.Length > 0))
            throw OrganizationsErrors.Make("EffectivePolicyNotFoundException", "The account has no effective policy of this type: the type is not enabled, or no policy is attached to the account or above it.");
        var effective = EffectivePolicyEngine.Compute(levels);
        if (effective.Errors is [var first, ..])
            throw OrganizationsErrors.Make("EffectivePolicyNotFoundException", $"The effective policy is not valid. {first.Code}: {first.Message}");
        return new JsonObject
        {
            ["EffectivePolicy"] = new JsonObject
            {
                ["PolicyContent"] = effective.ToJson(),
                ["LastUpdatedTimestamp"] = context.Now.ToUnixTimeSeconds(),
                ["TargetId"] = target,
                ["PolicyType"] = type,
            },
        };
    }

    private List<PolicyLevel> Levels(StoreSession session, string account)
    {
        var levels = new List<PolicyLevel>();
        for (string? id = account; id is not null; id = tree.ParentOf(id))
        {
            var kind = tree.FindUnit(id) is not null ? PolicyTargetKind.Unit : id == account ? PolicyTargetKind.Account : PolicyTargetKind.Root;
            levels.Insert(0, new PolicyLevel(
                new PolicyTarget(id, (string)tree.Target(id)!["Name"]!, kind, tree.ParentOf(id), []),
                [.. PolicyStore.AttachedTo(session, id, PolicyTypes.Tag).Select(Parse)]));
        }

        return levels;
    }

    private static TagPolicy Parse(JsonObject policy)
    {
        try
        {
            return TagPolicy.Parse((string)policy["Id"]!, (string)policy["Name"]!, (string)policy["Content"]!);
        }
        catch (ProblemException mistakes)
        {
            // Only a policy that was stored before documents were checked to the last value.
            throw OrganizationsErrors.Make("EffectivePolicyNotFoundException", $"A policy above the account is not valid. {mistakes.Message}");
        }
    }
}
