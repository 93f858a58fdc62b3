using System.Collections.Immutable;
using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.State;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.LocalEngine.Policies;

/// <summary>All packs of a deployment as one gate.</summary>
internal sealed class PolicyGate(ImmutableArray<PolicyPack> packs, Recorder recorder, string stackUrn)
{
    /// <summary>Runs remediations pack after pack; each sees what the one before it left.</summary>
    public async Task<PropertyMap> RemediateAsync(PolicySubject subject, PropertyMap inputs, CancellationToken cancellationToken)
    {
        foreach (var pack in packs.Where(pack => pack.Remediates))
        {
            var response = await pack.RemediateAsync(subject.ToRequest(inputs, all: true), cancellationToken);
            foreach (var remediation in response.Remediations)
            {
                var description = remediation.Description.Length > 0 ? remediation.Description : pack.DescriptionOf(remediation.PolicyName);
                if (remediation.Diagnostic.Length > 0)
                {
                    recorder.Violation(new PolicyViolation(
                        remediation.PolicyName, pack.Name, pack.Version, PolicyLevel.Advisory, pack.SeverityOf(remediation.PolicyName), subject.Goal.Urn, remediation.Diagnostic, description)
                    {
                        SourcePosition = subject.Goal.SourcePosition,
                    });
                    continue;
                }

                var after = PropertyCodec.FromBytes(remediation.Properties);
                recorder.Remediation(new PolicyRemediation(remediation.PolicyName, pack.Name, pack.Version, subject.Goal.Urn, description, inputs, after));
                inputs = after;
            }
        }

        return inputs;
    }

    /// <returns>Whether a mandatory policy was violated.</returns>
    public async Task<bool> AnalyzeAsync(PolicySubject subject, PropertyMap inputs, CancellationToken cancellationToken)
    {
        if (packs.IsEmpty)
        {
            return false;
        }

        var request = subject.ToRequest(inputs, all: false);
        var answers = await Task.WhenAll(packs.Select(pack => pack.AnalyzeAsync(request, cancellationToken)));
        return Report(answers, _ => subject.Goal.Urn, _ => subject.Goal.SourcePosition);
    }

    /// <returns>Whether a mandatory policy was violated.</returns>
    public async Task<bool> AnalyzeStackAsync(IReadOnlyList<(PolicySubject Subject, ResourceState State)> resources, CancellationToken cancellationToken)
    {
        if (packs.IsEmpty)
        {
            return false;
        }

        var request = new AnalyzeStackRequest { Resources = { resources.Select(item => item.Subject.ToResource(item.State)) } };
        var positions = resources.GroupBy(item => item.State.Urn).ToDictionary(group => group.Key, group => group.First().State.SourcePosition, StringComparer.Ordinal);
        var answers = await Task.WhenAll(packs.Select(pack => pack.AnalyzeStackAsync(request, cancellationToken)));
        return Report(answers, urn => positions.ContainsKey(urn) ? urn : stackUrn, urn => positions.GetValueOrDefault(urn, ""));
    }

    private bool Report(AnalyzeResponse[] answers, Func<string, string> place, Func<string, string> position)
    {
        var mandatory = false;
        foreach (var (pack, answer) in packs.Zip(answers))
        {
            foreach (var diagnostic in answer.Diagnostics)
            {
                // A remediation that could not be done is a violation like any other.
                var level = diagnostic.EnforcementLevel is EnforcementLevel.Mandatory or EnforcementLevel.Remediate ? PolicyLevel.Mandatory : PolicyLevel.Advisory;
                if (diagnostic.EnforcementLevel == EnforcementLevel.Disabled)
                {
                    continue;
                }

                mandatory |= level == PolicyLevel.Mandatory;
                var urn = place(diagnostic.Urn);
                var severity = PolicyLevels.SeverityName(diagnostic.Severity);
                recorder.Violation(new PolicyViolation(
                    diagnostic.PolicyName,
                    pack.Name,
                    pack.Version,
                    level,
                    severity.Length > 0 ? severity : pack.SeverityOf(diagnostic.PolicyName),
                    urn,
                    diagnostic.Message,
                    diagnostic.Description.Length > 0 ? diagnostic.Description : pack.DescriptionOf(diagnostic.PolicyName))
                {
                    SourcePosition = position(urn),
                });
            }
        }

        return mandatory;
    }
}
