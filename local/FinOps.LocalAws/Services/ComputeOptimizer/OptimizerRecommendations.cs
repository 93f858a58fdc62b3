using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Recommendations;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.ComputeOptimizer;

/// <summary>Findings about the resources of one account in the region of the call. The management account names the member that it asks about.</summary>
internal sealed class OptimizerRecommendations(LocalAwsEnvironment environment, AdviceCatalog catalog, OptimizerEnrollment enrollment)
{
    private static readonly GappedPage Page = new(1000);
    private static readonly GappedPage IdlePage = new(100);

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("GetEC2InstanceRecommendations", (input, context) => List(input, context, "instanceRecommendations", "Ec2Instance", OptimizerFindings.Instance));
        add("GetEBSVolumeRecommendations", (input, context) => List(input, context, "volumeRecommendations", "EbsVolume", OptimizerFindings.Volume));
        add("GetLambdaFunctionRecommendations", (input, context) => List(input, context, "lambdaFunctionRecommendations", "LambdaFunction", OptimizerFindings.Function));
        add("GetRDSDatabaseRecommendations", (input, context) => List(input, context, "rdsDBRecommendations", "RdsDbInstance", OptimizerFindings.Database));
        // None of the synthetic organization's groups is too large: there is an operation, and it has nothing to say.
        add("GetAutoScalingGroupRecommendations", (input, context) => List(input, context, "autoScalingGroupRecommendations", "Ec2AutoScalingGroup", OptimizerFindings.Instance));
        add("GetIdleRecommendations", (input, context) => IdlePage.Of(
            input, $"GetIdleRecommendations {Account(input, context)} {context.Region}", "idleRecommendations",
            Visible(Account(input, context), context).Where(advice => advice.IsIdle && OptimizerFindings.IdleType(advice) is not null), advice => advice.Arn,
            advice => OptimizerFindings.Idle(advice, context.Now)));
    }

    private JsonObject List(JsonInput input, CallContext context, string member, string kind, Func<IReadOnlyList<SyntheticAdvice>, DateTimeOffset, JsonObject> print)
    {
        var account = Account(input, context);
        var resources = Visible(account, context).Where(advice => advice.Kind == kind && !advice.IsIdle && OptimizerFindings.IsKnown(advice))
            .GroupBy(advice => advice.Arn, StringComparer.Ordinal);
        return Page.Of(input, $"{member} {account} {context.Region}", member, resources, group => group.Key, group => print([.. group.OrderByDescending(advice => advice.Saving)], context.Now));
    }

    private IEnumerable<SyntheticAdvice> Visible(string account, CallContext context) => catalog.All.Where(advice => advice.AccountId == account && advice.Region == context.Region);

    private string Account(JsonInput input, CallContext context)
    {
        var asked = input.Strings("accountIds");
        if (asked.Count > 1)
            throw input.Invalid("Only one account ID can be specified per request.");
        var account = asked.Count == 1 ? asked[0] : context.AccountId;
        if (account != context.AccountId && context.AccountId != environment.ManagementAccountId)
            throw new AwsError("AccessDeniedException", "Only the management account of an organization can ask about other accounts.", 403);
        if (enrollment.Status(account) != "Active")
            throw new AwsError("OptInRequiredException", "The account is not opted in to AWS Compute Optimizer.", 403);
        return account;
    }
}
