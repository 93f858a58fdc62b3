using System.Collections.Immutable;

namespace FinOps.Core.Governance.Guardrails;

/// <summary>What the guardrails of an organization ask for, beside the tag standard itself.</summary>
public sealed record GuardrailOptions
{
    /// <summary>Actions that create what costs most. Log groups, queues and topics are left out: services create them on a call's way.</summary>
    public static ImmutableArray<string> CostlyActions { get; } =
    [
        "ec2:RunInstances", "ec2:CreateVolume", "ec2:CreateNatGateway", "rds:CreateDBInstance", "rds:CreateDBCluster", "rds:RestoreDBInstanceFromDBSnapshot",
        "rds:RestoreDBClusterFromSnapshot", "dynamodb:CreateTable", "lambda:CreateFunction", "s3:CreateBucket", "elasticache:CreateCacheCluster",
        "elasticache:CreateReplicationGroup", "elasticache:CreateServerlessCache", "redshift:CreateCluster", "eks:CreateCluster", "eks:CreateNodegroup",
        "ecs:CreateService", "elasticloadbalancing:CreateLoadBalancer", "elasticfilesystem:CreateFileSystem", "fsx:CreateFileSystem", "kinesis:CreateStream",
        "es:CreateDomain", "sagemaker:CreateEndpoint", "sagemaker:CreateNotebookInstance", "elasticmapreduce:RunJobFlow", "kafka:CreateClusterV2",
    ];

    /// <summary>The actions that are denied without the required tags; each must be one of <see cref="TaggedCreation.All"/>.</summary>
    public ImmutableArray<string> Actions { get; init; } = CostlyActions;

    /// <summary>Whether creation with a value that the standard does not list is denied too. Patterns cannot be said in a policy.</summary>
    public bool DenyOtherValues { get; init; }

    /// <summary>Role and user ARNs (<c>*</c> allowed in the account and the name) that no guardrail binds: the way out in an emergency.</summary>
    public ImmutableArray<string> BreakGlass { get; init; } = [];

    /// <summary>Role and user ARNs that may change and remove the standard's tags; empty for no protection of tags.</summary>
    public ImmutableArray<string> TagEditors { get; init; } = [];

    /// <summary>What policies on lower levels may do to keys and values (<c>@@operators_allowed_for_child_policies</c>).</summary>
    public ImmutableArray<string> ChildOperators { get; init; } = ["@@none"];

    /// <summary>How problems name where these options stand.</summary>
    public string File { get; init; } = "guardrails";

    /// <summary>How problems name the section, for example <c>finops:governance</c>.</summary>
    public string Path { get; init; } = "guardrails";
}
