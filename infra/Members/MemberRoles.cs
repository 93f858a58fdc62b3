using Pulumi;
using Pulumi.Aws.CloudFormation;
using Pulumi.Aws.CloudFormation.Inputs;

namespace FinOps.Infra.Members;

/// <summary>A stack set that CloudFormation itself manages, and its instances in the chosen units. IAM has no regions, so one region does.</summary>
public sealed class MemberRoles : ComponentResource
{
    internal MemberRoles(string name, MembersPlan plan, StackFacts facts, ComponentResourceOptions? options = null)
        : base("finops:members:MemberRoles", name, options)
    {
        var settings = plan.Settings;
        var parent = new CustomResourceOptions { Parent = this };
        var set = new StackSet("members", new StackSetArgs
        {
            Name = $"{plan.Prefix}members",
            Description = "Roles by which the FinOps functions work in member accounts.",
            PermissionModel = "SERVICE_MANAGED",
            AutoDeployment = new StackSetAutoDeploymentArgs { Enabled = true, RetainStacksOnAccountRemoval = false },
            CallAs = settings.CallAs,
            Capabilities = { "CAPABILITY_NAMED_IAM" },
            ManagedExecution = new StackSetManagedExecutionArgs { Active = true },
            OperationPreferences = new StackSetOperationPreferencesArgs
            {
                FailureTolerancePercentage = settings.FailureTolerancePercent,
                MaxConcurrentPercentage = settings.MaxConcurrentPercent,
            },
            TemplateBody = plan.Template,
            Tags = facts.Tags,
        }, parent);
        _ = new StackSetInstance("members", new StackSetInstanceArgs
        {
            StackSetName = set.Name,
            StackSetInstanceRegion = facts.Region,
            CallAs = settings.CallAs,
            DeploymentTargets = new StackSetInstanceDeploymentTargetsArgs { OrganizationalUnitIds = plan.UnitIds.ToArray() },
            OperationPreferences = new StackSetInstanceOperationPreferencesArgs
            {
                FailureTolerancePercentage = settings.FailureTolerancePercent,
                MaxConcurrentPercentage = settings.MaxConcurrentPercent,
            },
            RetainStack = false,
        }, parent);
        RegisterOutputs();
    }
}
