using System.Text.Encodings.Web;
using System.Text.Json;
using FinOps.Core.Scheduling;

namespace FinOps.Infra.Members;

/// <summary>The CloudFormation template with the roles of a member account. Same plan, same bytes.</summary>
internal static class MemberTemplate
{
    /// <summary>CloudFormation's limit for a template that is sent with the call, in bytes.</summary>
    public const int MaxBytes = 51_200;

    public const string Reader = "reader";
    public const string Scheduler = "scheduler";

    /// <summary>The functions that read tags in member accounts.</summary>
    private static readonly string[] Readers = ["tag-inventory", "compliance-checker"];

    private static readonly string[] Schedulers = ["nonprod-scheduler"];

    /// <summary>What they call there: tags of resources, and the regions to look in. Neither knows resources.</summary>
    private static readonly string[] ReadActions = ["ec2:DescribeRegions", "tag:GetResources"];

    private static readonly string[] FindActions =
        ["autoscaling:DescribeAutoScalingGroups", "ec2:DescribeInstances", "ec2:DescribeRegions", "rds:DescribeDBClusters", "rds:DescribeDBInstances"];

    // What is started and stopped, and what it is called in ARNs.
    private static readonly (string Sid, string[] Actions, string Resource)[] Switches =
    [
        ("Instances", ["ec2:StartInstances", "ec2:StopInstances"], "arn:aws:ec2:*:${AWS::AccountId}:instance/*"),
        ("Databases", ["rds:StartDBInstance", "rds:StopDBInstance"], "arn:aws:rds:*:${AWS::AccountId}:db:*"),
        ("Clusters", ["rds:StartDBCluster", "rds:StopDBCluster"], "arn:aws:rds:*:${AWS::AccountId}:cluster:*"),
        ("Groups", ["autoscaling:UpdateAutoScalingGroup"], "arn:aws:autoscaling:*:${AWS::AccountId}:autoScalingGroup:*:autoScalingGroupName/*"),
    ];

    private const string KeepSizes = "autoscaling:CreateOrUpdateTags";

    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(MembersPlan plan, string managementAccountId, string organizationId)
    {
        var resources = new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["Reader"] = Role(plan.Access.ReaderRole, "Reads tags for the FinOps reports.", Trust(Readers), Allow("Read", ReadActions, "*")),
        };
        if (plan.Access.SchedulerRole is { } scheduler)
        {
            resources["Scheduler"] = Role(scheduler, "Starts and stops what is not production, by its schedule tag.", Trust(Schedulers), [.. SchedulerStatements(plan.Settings)]);
        }

        return JsonSerializer.Serialize(new { AWSTemplateFormatVersion = "2010-09-09", Description = "Roles by which the FinOps functions work in this account.", Resources = resources }, _readable);

        // IAM refuses principals that do not exist yet; the condition names the roles all the same.
        object Trust(string[] functions) => new
        {
            Effect = "Allow",
            Principal = new { AWS = $"arn:aws:iam::{managementAccountId}:root" },
            Action = "sts:AssumeRole",
            Condition = new
            {
                StringEquals = new Dictionary<string, string> { ["sts:ExternalId"] = plan.Access.ExternalId, ["aws:PrincipalOrgID"] = organizationId },
                ArnEquals = new Dictionary<string, object> { ["aws:PrincipalArn"] = functions.Select(function => $"arn:aws:iam::{managementAccountId}:role/finops-{function}") },
            },
        };
    }

    private static IEnumerable<object> SchedulerStatements(MembersSettings settings)
    {
        const string Environment = $"aws:ResourceTag/{MembersPlan.EnvironmentKey}";
        yield return Allow("Find", FindActions, "*");
        foreach (var (sid, actions, resource) in Switches)
        {
            yield return Switch(sid, actions, resource, []);
        }

        // The sizes to which a stopped group goes back are kept in a tag of the group. No other tag may be written: one could make production look like something else.
        yield return Switch("GroupSizes", [KeepSizes], Switches[^1].Resource, new() { ["ForAllValues:StringEquals"] = new Dictionary<string, object> { ["aws:TagKeys"] = new[] { GroupSizes.Key(settings.ScheduleTag) } } });

        yield return new
        {
            Sid = "NeverProduction",
            Effect = "Deny",
            Action = Switches.SelectMany(each => each.Actions).Append(KeepSizes),
            Resource = "*",
            Condition = new { StringEquals = new Dictionary<string, object> { [Environment] = settings.Production } },
        };

        object Switch(string sid, string[] actions, string resource, Dictionary<string, object> conditions) => new
        {
            Sid = sid,
            Effect = "Allow",
            Action = actions,
            Resource = new Dictionary<string, string> { ["Fn::Sub"] = resource },
            Condition = new Dictionary<string, object>(conditions)
            {
                ["StringEquals"] = new Dictionary<string, object> { [Environment] = settings.Environments },
                ["Null"] = new Dictionary<string, string> { [$"aws:ResourceTag/{settings.ScheduleTag}"] = "false" },
            },
        };
    }

    private static object Allow(string sid, string[] actions, string resource) => new { Sid = sid, Effect = "Allow", Action = actions, Resource = resource };

    private static object Role(string name, string description, object trust, params object[] statements) => new
    {
        Type = "AWS::IAM::Role",
        Properties = new
        {
            RoleName = name,
            Description = description,
            MaxSessionDuration = 3600,
            AssumeRolePolicyDocument = new { Version = "2012-10-17", Statement = new[] { trust } },
            Policies = new[] { new { PolicyName = name, PolicyDocument = new { Version = "2012-10-17", Statement = statements } } },
        },
    };
}
