using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Aws.SsoAdmin;

namespace FinOps.Infra.Access;

/// <summary>A permission set for the group, or a role for the principals.</summary>
public sealed class ReaderAccess : ComponentResource
{
    private const string Description = "Reads cost, budgets, recommendations and the FinOps reports.";

    /// <param name="instance">The ARN of the Identity Center; null for a role.</param>
    /// <param name="buckets">ARNs of what readers read.</param>
    internal ReaderAccess(string name, AccessPlan plan, string? instance, Output<ImmutableArray<string>> buckets, Dictionary<string, string> tags, ComponentResourceOptions? options = null)
        : base("finops:access:ReaderAccess", name, options)
    {
        var policy = buckets.Apply(arns => ReaderPolicy.Of(arns));
        Arn = instance is null ? DeclareRole(plan, policy, tags) : DeclarePermissionSet(plan, instance, policy, tags);
        RegisterOutputs();
    }

    /// <summary>Of the permission set or the role.</summary>
    public Output<string> Arn { get; }

    private Output<string> DeclarePermissionSet(AccessPlan plan, string instance, Output<string> policy, Dictionary<string, string> tags)
    {
        var parent = new CustomResourceOptions { Parent = this };
        var set = new PermissionSet("readers", new PermissionSetArgs
        {
            InstanceArn = instance,
            Name = plan.Name,
            Description = Description,
            SessionDuration = plan.SessionDuration,
            Tags = tags,
        }, parent);
        var inline = new PermissionSetInlinePolicy("readers", new PermissionSetInlinePolicyArgs { InstanceArn = instance, PermissionSetArn = set.Arn, InlinePolicy = policy }, parent);
        _ = new AccountAssignment("readers", new AccountAssignmentArgs
        {
            InstanceArn = instance,
            PermissionSetArn = set.Arn,
            PrincipalType = "GROUP",
            PrincipalId = plan.Settings.Group!,
            TargetType = "AWS_ACCOUNT",
            TargetId = plan.AccountId,
        }, new CustomResourceOptions { Parent = this, DependsOn = { inline } });
        return set.Arn;
    }

    private Output<string> DeclareRole(AccessPlan plan, Output<string> policy, Dictionary<string, string> tags)
    {
        var parent = new CustomResourceOptions { Parent = this };
        var role = new Role("readers", new RoleArgs
        {
            Name = plan.Name,
            Description = Description,
            AssumeRolePolicy = ReaderPolicy.Trust(plan.PrincipalArns),
            MaxSessionDuration = plan.Settings.SessionHours * 3600,
            Tags = tags,
        }, parent);
        _ = new RolePolicy("readers", new RolePolicyArgs { Name = "read", Role = role.Id, Policy = policy }, parent);
        return role.Arn;
    }
}
