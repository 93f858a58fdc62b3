using System.Collections.Immutable;
using Pulumi.Policy.Server;
using Pulumi.Policy.Typed;

namespace Pulumi.Policy;

public sealed class StackValidationArgs : PolicyArgs
{
    private readonly Action<Violation> _report;

    internal StackValidationArgs(ImmutableArray<StackResource> resources, PolicyStack stack, EffectiveConfig config, Action<Violation> report)
        : base(stack, config) => (Resources, _report) = (resources, report);

    public ImmutableArray<StackResource> Resources { get; }

    /// <summary>The resources of one type with their outputs as plain values.</summary>
    public IEnumerable<StackResourceOf<T>> ResourcesOfType<T>()
        where T : struct, IResourceView<T> => Resources.Where(resource => resource.Type == T.ResourceType).Select(resource => new StackResourceOf<T>(resource, T.Of(resource.Properties)));

    /// <param name="message">What is wrong and how to repair it; the policy's description stands before it.</param>
    /// <param name="resource">The resource it is about; null means the stack.</param>
    /// <param name="severity">Overrides the policy's severity for this violation.</param>
    /// <param name="level">Overrides the policy's level for this violation.</param>
    public void Report(string message, PolicyResource? resource = null, PolicySeverity? severity = null, EnforcementLevel? level = null) =>
        _report(new Violation(message, resource?.Urn, severity, level));
}
