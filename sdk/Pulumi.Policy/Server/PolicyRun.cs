using System.Runtime.ExceptionServices;
using Pulumi.Policy.Values;
using Pulumi.Rpc;

namespace Pulumi.Policy.Server;

/// <summary>One policy function at work: takes its violations and tells the ways apart in which it can end early.</summary>
internal sealed class PolicyRun(PackState state, Policy policy, Pulumirpc.AnalyzeResponse answer)
{
    public static RpcException Failed(PackState state, Policy policy, string what, Exception failure) =>
        new(StatusCode.Unknown, $"{what} with policy '{policy.Name}' of pack '{PackName(state)}':\n{failure}", failure);

    public static Pulumirpc.PolicyNotApplicable NotApplicable(Policy policy, string reason) => new() { PolicyName = policy.Name, Reason = reason };

    public static string PackName(PackState state) => $"{state.Pack.Name}@v{state.Pack.Version}";

    public void Report(Violation violation) => answer.Diagnostics.Add(Diagnostic(violation));

    /// <param name="what">What was validated, for the error.</param>
    /// <exception cref="RpcException">The policy failed; nothing may be deployed past it.</exception>
    public void End(Exception end, string what)
    {
        switch (end)
        {
            case PolicyNotApplicableException:
                answer.NotApplicable.Add(NotApplicable(policy, end.Message));
                break;
            case UnknownValueException:
                var diagnostic = Diagnostic(new Violation("", null, null));
                diagnostic.EnforcementLevel = Pulumirpc.EnforcementLevel.Advisory;
                diagnostic.Message = $"can't run policy '{policy.Name}' from policy pack '{PackName(state)}' during preview: {end.Message}";
                answer.Diagnostics.Add(diagnostic);
                break;
            case RpcException:
                ExceptionDispatchInfo.Throw(end);
                break;
            default:
                throw Failed(state, policy, $"Error validating {what}", end);
        }
    }

    private Pulumirpc.AnalyzeDiagnostic Diagnostic(Violation violation)
    {
        var level = violation.Level ?? state.ConfigOf(policy).Level;
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
