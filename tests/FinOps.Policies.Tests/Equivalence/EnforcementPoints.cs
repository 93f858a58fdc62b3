using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FinOps.Core.Compliance.Judging;
using FinOps.Core.Governance.ConfigRules;
using FinOps.Core.Governance.ControlPolicies;
using FinOps.Core.Governance.Guardrails;
using FinOps.Core.Tagging;
using FinOps.Core.TagPolicies;
using FinOps.Policies.Tests.Testing;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.Policies.Tests.Equivalence;

/// <summary>Everything that is generated from one standard, as documents: what is judged is what would be deployed.</summary>
/// <param name="TagPolicies">By name.</param>
/// <param name="ControlPolicies">By name.</param>
internal sealed record Generated(ImmutableDictionary<string, string> TagPolicies, ImmutableDictionary<string, string> ControlPolicies, ImmutableArray<RequiredTagsRule> ConfigRules)
{
    public static readonly GuardrailOptions Options = new()
    {
        Actions = ["ec2:RunInstances", "ec2:CreateVolume", "ec2:CreateNatGateway", "s3:CreateBucket", "rds:RestoreDBInstanceToPointInTime", "dynamodb:CreateTable", "lambda:CreateFunction", "elasticache:CreateCacheCluster", "elasticache:CreateReplicationGroup"],
        DenyOtherValues = true,
        BreakGlass = ["arn:aws:iam::*:role/break-glass"],
    };

    public static Generated From(TagStandard standard)
    {
        var plan = GuardrailPlan.Build(standard, Options, [new GuardrailTarget("r-ab12", "root", GuardrailForm.Enforcing, [])]);
        return new Generated(Of(GuardrailKind.TagPolicy), Of(GuardrailKind.ServiceControlPolicy), RequiredTagsRule.Of(standard, "random", "random"));

        ImmutableDictionary<string, string> Of(GuardrailKind kind) => plan.Policies.Where(policy => policy.Kind == kind).ToImmutableDictionary(policy => policy.Name, policy => policy.Json);
    }
}

/// <summary>
/// The points that hold a resource against the standard. Each answers for one key, or says null where it cannot judge: what it cannot judge
/// follows from how AWS defines the point, never from what the generator wrote.
/// </summary>
internal static class EnforcementPoints
{
    /// <summary>The standard itself: the reference, which can judge everything.</summary>
    public static KeyVerdict Standard(TagStandard standard, TagKeyRule key, TaggedResource resource) =>
        Of(standard.Judge(resource.Type, resource.Tags.ToDictionary(tag => tag.Key, tag => (string?)tag.Value)), key);

    /// <summary>The compliance checker, which meets the resource when it lives and knows it by its ARN.</summary>
    public static KeyVerdict Checker(LiveVerdict verdict, TagKeyRule key) => Of(verdict.Findings.Select(judged => judged.Finding), key);

    /// <summary>
    /// Tag policies know no pattern and no type to which a key does not apply. A missing key they report only for the types listed for it.
    /// </summary>
    public static KeyVerdict? TagPolicy(EffectiveTagPolicy policy, TagKeyRule key, TaggedResource resource)
    {
        if (!key.Applies(resource.Type))
        {
            return null;
        }

        var present = resource.Tags.ContainsKey(key.Name);
        if (present ? key.Pattern is not null : !key.ReportRequiredFor.Any(type => PolicyTypeTable.Covers(type, resource.Type)))
        {
            return null;
        }

        return Of(EffectiveTagJudge.Judge(policy, resource.Type, resource.Tags.ToDictionary(tag => tag.Key, tag => (string?)tag.Value)).Select(each => each.Finding), key);
    }

    /// <summary>Whether AWS refuses the creation for its value: exactly for the types of <c>enforced_for</c>, and never for a missing key.</summary>
    public static bool? Refused(EffectiveTagPolicy policy, TagKeyRule key, TaggedResource resource) =>
        key.Pattern is not null || !resource.Tags.ContainsKey(key.Name) ? null
        : EffectiveTagJudge.Judge(policy, resource.Type, resource.Tags.Where(tag => tag.Key == key.Name).ToDictionary(tag => tag.Key, tag => (string?)tag.Value)).Any(each => each.Finding.Key == key.Name && each.Refused);

    /// <summary>
    /// Service control policies judge creation by the guarded actions, of keys that apply to everything an action creates. They know no pattern,
    /// and condition keys have no casing: a key in another casing counts as the key, or as the one that the requirement hangs on.
    /// </summary>
    public static KeyVerdict? ControlPolicy(IReadOnlyList<(string Key, bool Missing, ScpDocument Statement)> statements, TagKeyRule key, TaggedResource resource)
    {
        var creation = TaggedCreation.All.FirstOrDefault(each => Generated.Options.Actions.Contains(each.Action) && each.Types.Contains(resource.Type));
        var miscased = key.RequiredWhen.Keys.Append(key.Name).Any(name => resource.Tags.Keys.Any(tag => tag != name && tag.Equals(name, StringComparison.OrdinalIgnoreCase)));
        if (creation is null || !creation.Types.All(key.Applies) || miscased || (key.Pattern is not null && resource.Tags.ContainsKey(key.Name)))
        {
            return null;
        }

        var request = new ScpRequest(creation.Action, "arn:aws:iam::111122223333:role/deploy", Resources(creation), resource.Tags.ToImmutableDictionary());
        var outcomes = statements.Where(statement => statement.Key == key.Name)
            .Select(statement => (statement.Missing, ScpEvaluator.Judge(request, [new ScpLevel("r-ab12", [statement.Statement])]).Outcome))
            .ToList();
        return outcomes.Contains((true, ScpOutcome.Denied)) ? KeyVerdict.Missing
            : outcomes.Contains((false, ScpOutcome.Denied)) ? KeyVerdict.OtherValue
            : outcomes.Exists(outcome => outcome.Outcome == ScpOutcome.CannotJudge) ? null
            : KeyVerdict.Fine;
    }

    /// <summary>The AWS Config rule judges its types, of keys that are always required and apply to all that such a type stands for. It knows no pattern.</summary>
    public static KeyVerdict? ConfigRule(ImmutableArray<RequiredTagsRule> rules, TagKeyRule key, TaggedResource resource)
    {
        if (!key.Required || ConfigType.Of(resource.Type) is not { } type || !type.Types.All(key.Applies) || (key.Pattern is not null && resource.Tags.ContainsKey(key.Name)))
        {
            return null;
        }

        var findings = rules.Where(rule => rule.ResourceTypes.Contains(type.Name)).SelectMany(rule => RequiredTagsParameters.Judge(rule.InputParameters, resource.Tags)).ToList();
        return findings.Find(finding => finding.Key == key.Name) is { Key: not null } found ? found.Value is null ? KeyVerdict.Missing : KeyVerdict.OtherValue : KeyVerdict.Fine;
    }

    /// <summary>The policy pack, over its own protocol: TAG001 names missing keys, TAG002 and TAG003 values.</summary>
    public static KeyVerdict Pack(AnalyzeResponse answer, TagKeyRule key) =>
        Says(answer, $"\n  {key.Name}: ", "TAG001") ? KeyVerdict.Missing
        : Says(answer, $"\n  {key.Name} = '", "TAG002", "TAG003") ? KeyVerdict.OtherValue
        : KeyVerdict.Fine;

    public static AnalyzeRequest Request(TaggedResource resource) =>
        PackClient.Request(resource.Type, PropertyMap.Of(("tags", PropertyMap.Create(resource.Tags.Select(tag => KeyValuePair.Create<string, PropertyValue>(tag.Key, tag.Value))))));

    public static EffectiveTagPolicy Effective(Generated generated) => EffectivePolicyEngine.Compute(
    [
        new PolicyLevel(new PolicyTarget("r-ab12", "root", PolicyTargetKind.Root, null, []),
            [.. generated.TagPolicies.OrderBy(policy => policy.Key, StringComparer.Ordinal).Select(policy => FinOps.Core.TagPolicies.TagPolicy.Parse(policy.Key, policy.Key, policy.Value))]),
    ]);

    /// <summary>Each statement as a policy of its own beside FullAWSAccess, with the key that it asks for: so that one denial does not hide the next.</summary>
    public static IReadOnlyList<(string Key, bool Missing, ScpDocument Statement)> Statements(Generated generated) =>
    [
        .. generated.ControlPolicies.SelectMany(policy => JsonNode.Parse(policy.Value)!["Statement"]!.AsArray(), (policy, statement) =>
        {
            var asked = statement!["Condition"]!["Null"]!.AsObject().First();
            var alone = new JsonObject
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = new JsonArray(new JsonObject { ["Effect"] = "Allow", ["Action"] = "*", ["Resource"] = "*" }, statement.DeepClone()),
            };
            return (asked.Key["aws:RequestTag/".Length..], (string?)asked.Value == "true", ScpDocument.Parse(policy.Key, alone.ToJsonString()));
        }),
    ];

    /// <summary>Everything that the call is authorized on; what it creates carries the tags, the rest carries none.</summary>
    private static ImmutableArray<ScpResource> Resources(TaggedCreation creation) =>
    [
        .. creation.Resources.Select(arn => new ScpResource(arn == "*" ? "arn:aws:service:eu-west-1:111122223333:thing/new" : Concrete(arn))),
        .. creation.Others.Select(arn => new ScpResource(Concrete(arn)) { RequestTags = ImmutableDictionary<string, string>.Empty }),
    ];

    private static string Concrete(string arn) => arn.Replace("*", "x", StringComparison.Ordinal);

    private static KeyVerdict Of(IEnumerable<TagFinding> findings, TagKeyRule key)
    {
        var kinds = findings.Where(finding => finding.Key == key.Name).Select(finding => finding.Kind).ToList();
        return kinds.Contains(TagFindingKind.MissingKey) ? KeyVerdict.Missing
            : kinds.Exists(kind => kind is TagFindingKind.ValueNotAllowed or TagFindingKind.ValueMiscased or TagFindingKind.ValueMisspelt) ? KeyVerdict.OtherValue
            : KeyVerdict.Fine;
    }

    /// <summary>The rules of the pack that find something wrong with the resource's own tags; what it hands on (TAG004) only a declaration tells.</summary>
    public static IEnumerable<string> Rules(AnalyzeResponse answer) =>
        answer.Diagnostics.Select(diagnostic => diagnostic.PolicyName[..6])
            .Where(rule => rule is TagFindingRules.Missing or TagFindingRules.Value or TagFindingRules.Spelling or TagFindingRules.Limit).Distinct().Order(StringComparer.Ordinal);

    private static bool Says(AnalyzeResponse answer, string text, params string[] rules) =>
        answer.Diagnostics.Any(diagnostic => rules.Contains(diagnostic.PolicyName[..6]) && diagnostic.Message.Contains(text, StringComparison.Ordinal));
}
