using FinOps.Infra.Permissions;
using Pulumi;
using Pulumi.Aws.Iam;

namespace FinOps.Infra.Budgets;

/// <summary>The role in which AWS Budgets acts: exactly what the planned actions do and take back, on exactly what they name.</summary>
public sealed class ActionRole : ComponentResource
{
    public ActionRole(string name, IReadOnlyList<PlannedAction> actions, StackFacts facts, ComponentResourceOptions? options = null)
        : base("finops:budgets:ActionRole", name, options)
    {
        var parent = new CustomResourceOptions { Parent = this };
        var role = new Role(name, new RoleArgs
        {
            Name = $"finops-{facts.StackName}-budget-actions",
            Description = "What AWS Budgets may do when a budget is reached.",
            AssumeRolePolicy = Trust(facts.AccountId),
            Tags = facts.Tags,
        }, parent);
        var permissions = new RolePolicy(name, new RolePolicyArgs { Name = "actions", Role = role.Id, Policy = Permissions(actions, facts) }, parent);
        // Budgets tries the role when an action is made: whoever uses it waits for its permissions.
        Arn = Output.Tuple(role.Arn, permissions.Id).Apply(both => both.Item1);
        RegisterOutputs();
    }

    public Output<string> Arn { get; }

    private static string Trust(string accountId) => PolicyDocument.Of(new
    {
        Effect = "Allow",
        Principal = new { Service = "budgets.amazonaws.com" },
        Action = "sts:AssumeRole",
        Condition = new
        {
            StringEquals = new Dictionary<string, string> { ["aws:SourceAccount"] = accountId },
            ArnLike = new Dictionary<string, string> { ["aws:SourceArn"] = $"arn:aws:budgets::{accountId}:budget/*" },
        },
    });

    internal static string Permissions(IReadOnlyList<PlannedAction> actions, StackFacts facts) => PolicyDocument.Of(actions.SelectMany(action => action.Settings.Do switch
    {
        ActionKind.AttachScp => Scp(action, facts),
        ActionKind.AttachIamPolicy => Iam(action.Settings, facts.AccountId),
        ActionKind.StopEc2 => Stop(action.Settings, ["ec2:StartInstances", "ec2:StopInstances", "ec2:DescribeInstanceStatus"], "EC2Instance"),
        _ => Stop(action.Settings, ["rds:StartDBInstance", "rds:StopDBInstance", "rds:DescribeDBInstances"], "RdsInstance"),
    }));

    private static IEnumerable<object> Scp(PlannedAction action, StackFacts facts)
    {
        var organization = $"arn:aws:organizations::{facts.AccountId}";
        var id = facts.Organization.Id;
        yield return Allow(
            ["organizations:AttachPolicy", "organizations:DetachPolicy"],
            [$"{organization}:policy/{id}/service_control_policy/{action.Settings.Policy}", .. action.TargetIds.Select(target => $"{organization}:{(target.StartsWith("ou-", StringComparison.Ordinal) ? "ou" : "account")}/{id}/{target}")]);
    }

    private static IEnumerable<object> Iam(ActionSettings asked, string accountId)
    {
        foreach (var (kind, names) in new[] { ("Role", asked.Roles), ("Group", asked.Groups), ("User", asked.Users) })
        {
            if (names.Count > 0)
            {
                yield return new
                {
                    Effect = "Allow",
                    Action = new[] { $"iam:Attach{kind}Policy", $"iam:Detach{kind}Policy" },
                    Resource = names.Select(name => $"arn:aws:iam::{accountId}:{kind.ToLowerInvariant()}/{name}"),
                    Condition = new { ArnEquals = new Dictionary<string, string> { ["iam:PolicyARN"] = asked.Policy! } },
                };
            }
        }
    }

    /// <summary>Stopping goes through an automation document; the calls below it know their instances from there.</summary>
    private static IEnumerable<object> Stop(ActionSettings asked, string[] calls, string document)
    {
        yield return Allow(["ssm:StartAutomationExecution"], [$"arn:aws:ssm:{asked.Region}::automation-definition/AWS-Stop{document}:*", $"arn:aws:ssm:{asked.Region}::automation-definition/AWS-Start{document}:*"]);
        yield return new
        {
            Effect = "Allow",
            Action = calls,
            Resource = "*",
            Condition = new Dictionary<string, object> { ["ForAnyValue:StringEquals"] = new Dictionary<string, string[]> { ["aws:CalledVia"] = ["ssm.amazonaws.com"] } },
        };
    }

    private static object Allow(string[] actions, string[] resources) => new { Effect = "Allow", Action = actions, Resource = resources };
}
