using Pulumi.Policy.Server;

namespace Pulumi.Policy;

public sealed class ResourceValidationArgs : PolicyArgs
{
    private readonly Action<Violation> _report;

    internal ResourceValidationArgs(PolicyResource resource, PolicyStack stack, EffectiveConfig config, Action<Violation> report)
        : base(stack, config) => (Resource, _report) = (resource, report);

    public PolicyResource Resource { get; }

    /// <param name="message">What is wrong and how to repair it; the policy's description stands before it.</param>
    /// <param name="severity">Overrides the policy's severity for this violation.</param>
    /// <param name="level">Overrides the policy's level for this violation.</param>
    public void Report(string message, PolicySeverity? severity = null, EnforcementLevel? level = null) => _report(new Violation(message, null, severity, level));
}
