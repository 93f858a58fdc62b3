namespace Pulumi.Policy;

/// <summary>How bad a violation is; says nothing about whether it stops a deployment.</summary>
public enum PolicySeverity
{
    Low,
    Medium,
    High,
    Critical,
}
