using Pulumi.Rpc.Values;

namespace Pulumi.Policy.Server;

/// <summary>Analyze: every resource policy on one resource, in the order of the pack.</summary>
internal static class ResourceAnalysis
{
    public static async Task<Pulumirpc.AnalyzeResponse> RunAsync(PackState state, Pulumirpc.AnalyzeRequest request, CancellationToken cancellationToken)
    {
        var answer = new Pulumirpc.AnalyzeResponse();
        PolicyResource? resource = null;
        foreach (var policy in state.Pack.Policies.OfType<ResourceValidationPolicy>())
        {
            var config = state.ConfigOf(policy);
            if (config.Level == EnforcementLevel.Disabled)
            {
                continue;
            }

            if (ReasonAgainst(policy, request.Type) is { } reason)
            {
                answer.NotApplicable.Add(PolicyRun.NotApplicable(policy, reason));
                continue;
            }

            // Most resources meet only policies about other types; then their properties need not be read at all.
            resource ??= Wire.FromWire(request, PropertyCodec.FromStruct(request.Properties));
            var notApplicable = await PolicyRun.ValidateAsync(state, policy, $"resource {request.Urn}", answer, async report =>
            {
                var args = new ResourceValidationArgs(resource, state.Stack, config, report);
                policy.ValidateResource?.Invoke(args);
                if (policy.ValidateResourceAsync is { } validate)
                {
                    await validate(args, cancellationToken);
                }
            });
            if (notApplicable is not null)
            {
                answer.NotApplicable.Add(notApplicable);
            }
        }

        return answer;
    }

    /// <returns>Why the policy has nothing to say about the type, or null.</returns>
    public static string? ReasonAgainst(ResourceValidationPolicy policy, string type)
    {
        if (!policy.Validates)
        {
            return "Policy does not implement validateResource";
        }

        return TypeReason(policy, type);
    }

    public static string? TypeReason(ResourceValidationPolicy policy, string type) =>
        policy.ResourceTypes.IsEmpty || policy.ResourceTypes.Contains(type)
            ? policy.NotApplicableTo?.Invoke(type)
            : $"Policy only applies to resources of type {string.Join(", ", policy.ResourceTypes.Select(name => $"'{name}'"))}";
}
