using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FinOps.Core.Governance.AccessPolicies;
using FinOps.Core.Governance.ControlPolicies;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Iam;
using FinOps.LocalAws.Services.S3;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Authorization;

/// <summary>
/// Refuses what AWS would refuse: calls of role sessions by the policies of their roles, and calls to buckets by the buckets' policies. Users,
/// and roles that nobody created here (OrganizationAccountAccessRole), are administrators.
/// </summary>
internal sealed class Gatekeeper(LocalAwsEnvironment environment)
{
    private static readonly AccessPolicy Administrator = AccessPolicy.Parse("AdministratorAccess", """{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""");

    /// <param name="needs">What IAM evaluates; null when it is not known.</param>
    /// <returns>Why the call is refused, as AWS words it; null when it is not.</returns>
    public string? Refusal(CallFacts facts, IReadOnlyList<AccessNeed>? needs)
    {
        var context = facts.Context;
        var caller = new AccessCaller(context.AccountId, context.Caller.Arn);
        var role = caller.SessionRole is { } name ? RoleStore.Find(environment.Store, context.AccountId, name) : null;
        var policies = role is null ? [Administrator] : PoliciesOf(role, context.AccountId);
        if (needs is null)
            return role is null ? null : $"User: {caller.Arn} is not authorized to perform: {facts.Invocation.Service} {facts.Invocation.Operation}. This endpoint does not know which permission it takes.";
        var bucket = facts.Invocation.Service == "s3" && facts.Input("Bucket") is { } named && BucketDocuments.Find(environment.Store, named, "policy") is { } text
            ? AccessPolicy.Parse($"the policy of {named}", text)
            : null;
        foreach (var need in needs)
        {
            var onBucket = need.Action.StartsWith("s3:", StringComparison.Ordinal) ? bucket : null;
            var verdict = AccessEvaluator.Judge(Request(caller, need, context), caller, policies, onBucket);
            if (verdict.Outcome != AccessOutcome.Allowed)
                return $"User: {caller.Arn} is not authorized to perform: {need.Action} on resource: {need.Resource}. {verdict.Reason}";
        }
        return null;
    }

    /// <summary>Whether a role's trust policy lets the caller assume it.</summary>
    public bool Trusts(JsonObject role, string roleArn, CallContext context, string? externalId)
    {
        var caller = new AccessCaller(context.AccountId, context.Caller.Arn);
        var need = new AccessNeed("sts:AssumeRole", roleArn);
        var request = Request(caller, need, context);
        request = request with { Context = request.Context.SetItem("sts:ExternalId", externalId is null ? [] : [externalId]) };
        return AccessEvaluator.Trusts(request, caller, AccessPolicy.Parse(roleArn, (string)role["AssumeRolePolicyDocument"]!));
    }

    private ScpRequest Request(AccessCaller caller, AccessNeed need, CallContext context)
    {
        var keys = new Dictionary<string, ImmutableArray<string>>
        {
            // The endpoint stands for one that speaks TLS; it listens on loopback only.
            ["aws:SecureTransport"] = ["true"],
            ["aws:PrincipalAccount"] = [context.AccountId],
            ["aws:PrincipalOrgID"] = [environment.Organization.Id],
            ["aws:RequestedRegion"] = [context.Region],
            ["aws:PrincipalIsAWSService"] = ["false"],
        };
        foreach (var (key, value) in need.Context)
            keys[key] = [value];
        return new ScpRequest(need.Action, caller.PrincipalArn, [new ScpResource(need.Resource) { Tags = need.ResourceTags }], need.RequestTags) { Context = keys.ToImmutableDictionary() };
    }

    private List<AccessPolicy> PoliciesOf(JsonObject role, string account) =>
    [
        .. role["Inline"]!.AsObject().Select(inline => AccessPolicy.Parse(inline.Key, (string)inline.Value!)),
        .. role["Attached"]!.AsObject().Select(attached => ManagedPolicy(attached.Key, account)).OfType<AccessPolicy>(),
    ];

    /// <summary>Of AWS's own policies only one is known here; the others allow nothing.</summary>
    private AccessPolicy? ManagedPolicy(string arn, string account) => arn == "arn:aws:iam::aws:policy/AdministratorAccess" ? Administrator
        : ManagedPolicyOperations.Document(environment.Store, account, arn) is { } document ? AccessPolicy.Parse(arn, document)
        : null;
}
