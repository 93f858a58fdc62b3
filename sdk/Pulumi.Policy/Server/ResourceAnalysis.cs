using Pulumi.Rpc.Values;

namespace Pulumi.Policy.Server;

/// <summary>Analyze: every resource policy on one resource, in the order of the pack.</summary>
internal static class ResourceAnalysis
{
    public static async Task<Pulumirpc.AnalyzeResponse> RunAsync(PackState state, Pulumirpc.AnalyzeRequest request, CancellationToken cancellationToken)
    {
        var plan = state.PlanFor(request.Type);
        var answer = new Pulumirpc.AnalyzeResponse { NotApplicable = { plan.NotApplicable } };
        if (plan.Validators.IsEmpty)
        {
            return answer;
        }

        var resource = Wire.FromWire(request, PropertyCodec.FromBytes(request.Properties));
        foreach (var (policy, config) in plan.Validators)
        {
            var run = new PolicyRun(state, policy, answer);
            var args = new ResourceValidationArgs(resource, state.Stack, config, run.Report);
            try
            {
                policy.ValidateResource?.Invoke(args);
                if (policy.ValidateResourceAsync is { } validate)
                {
                    await validate(args, cancellationToken);
                }
            }
            catch (Exception end) when (end is not OperationCanceledException)
            {
                run.End(end, $"resource {request.Urn}");
            }
        }

        return answer;
    }
}
