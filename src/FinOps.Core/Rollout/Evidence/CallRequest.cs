using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using FinOps.Core.Governance.ControlPolicies;
using FinOps.Core.Governance.Guardrails;

namespace FinOps.Core.Rollout.Evidence;

/// <summary>What IAM saw of a call that CloudTrail recorded.</summary>
internal static partial class CallRequest
{
    // Services whose name in CloudTrail is not their prefix in IAM.
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["amazonmq"] = "mq",
        ["email"] = "ses",
        ["memory-db"] = "memorydb",
        ["monitoring"] = "cloudwatch",
        ["tagging"] = "tag",
    };

    /// <summary><c>lambda.amazonaws.com</c> and <c>CreateFunction20150331</c> are <c>lambda:CreateFunction</c>.</summary>
    public static string Action(string source, string name)
    {
        var service = source.Split('.')[0];
        var plain = Version().Replace(name, "");
        // The API has a call of its own for what IAM takes as the same action.
        plain = service == "cloudfront" && plain == "CreateDistributionWithTags" ? "CreateDistribution" : plain;
        return $"{Prefixes.GetValueOrDefault(service, service)}:{plain}";
    }

    public static ScpRequest Of(string action, string? principal, string account, string region, JsonElement parameters)
    {
        var tags = SentTags.Read(parameters);
        var creation = TaggedCreation.Find(action);
        ImmutableArray<ScpResource> resources = creation is null or { OnEverything: true } ? [] :
            [.. creation.Resources.Select(pattern => new ScpResource(Arn(pattern, account, region)) { RequestTags = tags.For(Type(pattern)) })];

        // Tagging while creating is no record of its own, so a record of these actions is a call that says ec2:CreateAction nowhere.
        var context = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>();
        context["ec2:CreateAction"] = [];
        context["elasticloadbalancing:CreateAction"] = [];
        if (tags.Keys.Count > 0)
        {
            context["aws:TagKeys"] = [.. tags.Keys];
        }

        return new ScpRequest(action, principal, resources, tags.All) { Context = context.ToImmutable() };
    }

    // arn:aws:ec2:*:*:volume/*: the volume is not there yet, so its id stays open.
    private static string Arn(string pattern, string account, string region)
    {
        var parts = pattern.Split(':', 6);
        return $"{parts[0]}:{parts[1]}:{parts[2]}:{region}:{account}:{parts[5]}";
    }

    private static string Type(string pattern) => pattern.Split(':', 6)[5].Split('/', ':')[0];

    [GeneratedRegex(@"(\d{8}(v\d)?|\d{4}_\d{2}_\d{2})$")]
    private static partial Regex Version();
}
