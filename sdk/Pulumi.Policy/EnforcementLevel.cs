namespace Pulumi.Policy;

/// <summary>What a violation does. Null, where a level is optional, means "not said here".</summary>
public enum EnforcementLevel
{
    /// <summary>Reported as a warning.</summary>
    Advisory,

    /// <summary>Stops the deployment.</summary>
    Mandatory,

    /// <summary>Repaired where the policy can; a violation that is left is mandatory.</summary>
    Remediate,

    /// <summary>The policy does not run.</summary>
    Disabled,
}
