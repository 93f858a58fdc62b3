using Pulumi.Policy.Values;
using Pulumi.Rpc;

namespace Pulumi.Policy.Server;

/// <summary>Runs one policy function and tells its four ways to end apart.</summary>
internal static class PolicyRun
{
    public static async Task<Pulumirpc.PolicyNotApplicable?> ValidateAsync(
        PackState state, Policy policy, string what, Pulumirpc.AnalyzeResponse answer, Func<Action<Violation>, Task> run)
    {
        try
        {
            await run(violation => answer.Diagnostics.Add(Diagnostic(state, policy, violation)));
            return null;
        }
        catch (PolicyNotApplicableException notApplicable)
        {
            return NotApplicable(policy, notApplicable.Message);
        }
        catch (UnknownValueException unknown)
        {
            var diagnostic = Diagnostic(state, policy, new Violation("", null, null));
            diagnostic.EnforcementLevel = Pulumirpc.EnforcementLevel.Advisory;
            diagnostic.Message = $"can't run policy '{policy.Name}' from policy pack '{PackName(state)}' during preview: {unknown.Message}";
            answer.Diagnostics.Add(diagnostic);
            return null;
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or RpcException))
        {
            throw Failed(state, policy, $"Error validating {what}", failure);
        }
    }

    public static RpcException Failed(PackState state, Policy policy, string what, Exception failure) =>
        new(StatusCode.Unknown, $"{what} with policy '{policy.Name}' of pack '{PackName(state)}':\n{failure}", failure);

    public static Pulumirpc.PolicyNotApplicable NotApplicable(Policy policy, string reason) => new() { PolicyName = policy.Name, Reason = reason };

    public static string PackName(PackState state) => $"{state.Pack.Name}@v{state.Pack.Version}";

    private static Pulumirpc.AnalyzeDiagnostic Diagnostic(PackState state, Policy policy, Violation violation)
    {
        var level = state.ConfigOf(policy).Level;
        return new Pulumirpc.AnalyzeDiagnostic
        {
            PolicyName = policy.Name,
            PolicyPackName = state.Pack.Name,
            PolicyPackVersion = state.Pack.Version,
            Description = policy.Description,
            Message = violation.Message.Length == 0 ? policy.Description : $"{policy.Description}\n{violation.Message}",
            // What remediation has left over stops the deployment.
            EnforcementLevel = Wire.ToWire(level == EnforcementLevel.Remediate ? EnforcementLevel.Mandatory : level),
            Urn = violation.Urn ?? "",
            Severity = Wire.ToWire(violation.Severity ?? policy.Severity),
        };
    }
}
