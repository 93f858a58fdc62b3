using System.Collections.Concurrent;
using FinOps.Core.Inventory;
using FinOps.Core.TagPolicies;
using FinOps.Core.Tagging;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Organizations;

namespace FinOps.LocalAws.Services.Tagging;

/// <summary>Holds resources against the effective tag policy of their account. AWS does it about once a day, this endpoint with each call.</summary>
internal sealed class ComplianceCheck(LocalAwsEnvironment environment)
{
    private static readonly ConcurrentDictionary<string, string> Tokens = new(StringComparer.Ordinal);
    private readonly EffectivePolicyOperations _policies = new(environment, new OrganizationTree(environment.Organization));

    public EffectiveTagPolicy? PolicyOf(string accountId) => _policies.Find(accountId);

    /// <param name="policy">Null where none holds: every resource complies then.</param>
    public static ComplianceDetails Judge(EffectiveTagPolicy? policy, LiveResource resource)
    {
        var findings = policy is null
            ? []
            : EffectiveTagJudge.Judge(policy, Tokens.GetOrAdd(resource.Type, Token), resource.Tags.ToDictionary(tag => tag.Key, tag => (string?)tag.Value, StringComparer.Ordinal));
        return new ComplianceDetails(
            Keys(kind => kind == TagFindingKind.KeyMiscased, finding => finding.FoundKey!),
            Keys(kind => kind is TagFindingKind.ValueMiscased or TagFindingKind.ValueMisspelt or TagFindingKind.ValueNotAllowed, finding => finding.Key),
            Keys(kind => kind == TagFindingKind.MissingKey, finding => finding.Key));

        List<string> Keys(Func<TagFindingKind, bool> kind, Func<TagFinding, string> key) =>
            [.. findings.Where(finding => kind(finding.Finding.Kind)).Select(finding => key(finding.Finding)).Distinct(StringComparer.Ordinal)];
    }

    // Policies name what ARNs do not: a bucket, a topic and a queue.
    private static string Token(string type)
    {
        var name = type switch { "s3" => "s3:bucket", "sns" => "sns:topic", "sqs" => "sqs:queue", _ => type };
        return PolicyTypeName.TryParse(name, out var parsed) && PolicyTypeTable.TokensOf(parsed) is [var token, ..] ? token : "";
    }
}
