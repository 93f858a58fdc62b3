using System.Collections.Immutable;

namespace Pulumi.Policy.Server;

/// <summary>AnalyzeStack: every stack policy on all resources.</summary>
internal static class StackAnalysis
{
    public static async Task<Pulumirpc.AnalyzeResponse> RunAsync(PackState state, Pulumirpc.AnalyzeStackRequest request, CancellationToken cancellationToken)
    {
        var answer = new Pulumirpc.AnalyzeResponse();
        ImmutableArray<StackResource>? all = null;
        foreach (var policy in state.Pack.Policies.OfType<StackValidationPolicy>())
        {
            var config = state.ConfigOf(policy);
            if (config.Level == EnforcementLevel.Disabled)
            {
                continue;
            }

            if (!policy.Validates)
            {
                answer.NotApplicable.Add(PolicyRun.NotApplicable(policy, "Policy does not implement validateStack"));
                continue;
            }

            var resources = all ??= Resolve(request);
            if (!policy.ResourceTypes.IsEmpty)
            {
                resources = [.. resources.Where(resource => policy.ResourceTypes.Contains(resource.Type))];
                if (resources.IsEmpty)
                {
                    var types = string.Join(", ", policy.ResourceTypes.Select(type => $"'{type}'"));
                    answer.NotApplicable.Add(PolicyRun.NotApplicable(policy, $"Policy only applies to stacks with resources of type {types}"));
                    continue;
                }
            }

            var run = new PolicyRun(state, policy, answer);
            var args = new StackValidationArgs(resources, state.Stack, config, run.Report);
            try
            {
                policy.ValidateStack?.Invoke(args);
                if (policy.ValidateStackAsync is { } validate)
                {
                    await validate(args, cancellationToken);
                }
            }
            catch (Exception end) when (end is not OperationCanceledException)
            {
                run.End(end, "stack");
            }
        }

        return answer;
    }

    /// <summary>Turns URNs into the resources they name; a URN that is not in the stack is left out.</summary>
    private static ImmutableArray<StackResource> Resolve(Pulumirpc.AnalyzeStackRequest request)
    {
        var byUrn = new Dictionary<string, StackResource>(StringComparer.Ordinal);
        var resources = request.Resources.Select(Wire.FromWire).ToImmutableArray();
        foreach (var resource in resources)
        {
            byUrn[resource.Urn] = resource;
        }

        ImmutableArray<StackResource> Find(IEnumerable<string> urns) => [.. urns.Select(urn => byUrn.GetValueOrDefault(urn)).OfType<StackResource>()];
        foreach (var (wire, resource) in request.Resources.Zip(resources))
        {
            resource.Parent = byUrn.GetValueOrDefault(wire.Parent);
            resource.Dependencies = Find(wire.Dependencies);
            resource.PropertyDependencies = wire.PropertyDependencies.ToImmutableDictionary(item => item.Key, item => Find(item.Value.Urns));
        }

        return resources;
    }
}
