using Pulumi.Policy.Values;
using Pulumi.Rpc.Values;

namespace Pulumi.Policy.Server;

/// <summary>Remediate: the policies at level Remediate, each on what the one before has made of the resource.</summary>
internal static class ResourceRemediation
{
    public static Pulumirpc.RemediateResponse Run(PackState state, Pulumirpc.AnalyzeRequest request)
    {
        var answer = new Pulumirpc.RemediateResponse();
        PropertyMap? inputs = null;
        foreach (var policy in state.Pack.Policies.OfType<ResourceValidationPolicy>())
        {
            var config = state.ConfigOf(policy);
            if (config.Level != EnforcementLevel.Remediate)
            {
                continue;
            }

            var reason = policy.RemediateResource is null ? "Policy does not implement remediateResource" : TypePlan.TypeReason(policy, request.Type);
            if (reason is not null)
            {
                answer.NotApplicable.Add(PolicyRun.NotApplicable(policy, reason));
                continue;
            }

            inputs ??= PropertyCodec.FromBytes(request.Properties);
            try
            {
                var args = new ResourceRemediationArgs(Wire.FromWire(request, inputs), inputs, state.Stack, config);
                if (policy.RemediateResource!(args) is { } changed && SecretKeeper.Keep(inputs, changed) is var kept && !kept.Equals(inputs))
                {
                    inputs = kept;
                    var remediation = Remediation(state, policy);
                    remediation.Properties = PropertyCodec.ToBytes(kept);
                    answer.Remediations.Add(remediation);
                }
            }
            catch (PolicyNotApplicableException notApplicable)
            {
                answer.NotApplicable.Add(PolicyRun.NotApplicable(policy, notApplicable.Message));
            }
            catch (UnknownValueException unknown)
            {
                var remediation = Remediation(state, policy);
                remediation.Diagnostic = $"can't run remediation '{policy.Name}' from policy pack '{PolicyRun.PackName(state)}' during preview: {unknown.Message}";
                answer.Remediations.Add(remediation);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                throw PolicyRun.Failed(state, policy, $"Error remediating resource {request.Urn}", failure);
            }
        }

        return answer;
    }

    private static Pulumirpc.Remediation Remediation(PackState state, Policy policy) => new()
    {
        PolicyName = policy.Name,
        PolicyPackName = state.Pack.Name,
        PolicyPackVersion = state.Pack.Version,
        Description = policy.Description,
    };
}
