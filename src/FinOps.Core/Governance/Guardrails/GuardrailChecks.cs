using System.Collections.Immutable;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Core.TagPolicies;

namespace FinOps.Core.Governance.Guardrails;

/// <summary>What options and targets may get wrong, and the quotas of Organizations.</summary>
internal static class GuardrailChecks
{
    public const string UnknownOperator = "FIN2066";

    /// <summary>Service control policies attached to one root, unit or account (Organizations quota), FullAWSAccess counted.</summary>
    public const int ScpsPerTarget = 5;

    /// <summary>Tag policies attached to one root, unit or account (Organizations quota).</summary>
    public const int TagPoliciesPerTarget = 10;

    private static readonly string[] ChildOperators = ["@@all", "@@none", "@@assign", "@@append", "@@remove"];

    /// <param name="enforcing">Whether any target enforces: only then somebody may need a way out.</param>
    public static void Options(GuardrailOptions options, bool enforcing, List<Problem> problems)
    {
        foreach (var action in options.Actions.Where(action => TaggedCreation.Find(action) is null))
        {
            Add("FIN2064", "actions", $"'{action}'", "an action that creates resources and carries aws:RequestTag",
                Spelling.Nearest(action, TaggedCreation.All.Select(creation => creation.Action)) is { } near ? $"Did you mean {near}?" : "Remove it: a policy that asks this action for tags would deny every call or none.");
        }

        foreach (var repeated in options.Actions.GroupBy(action => action, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            Add("FIN2064", "actions", $"'{repeated.Key}' {repeated.Count()} times", "each action once", "Remove the others.");
        }

        if (options.Actions.IsEmpty)
        {
            Add("FIN2064", "actions", "nothing", "at least one action", "Leave the key out for the actions that cost most.");
        }

        Principals("breakGlass", options.BreakGlass);
        Principals("tagEditors", options.TagEditors);
        if (enforcing && options.BreakGlass.IsEmpty)
        {
            Add("FIN2065", "breakGlass", "nothing", "at least one role", "Name the role that may act when a guardrail is in the way, for example arn:aws:iam::*:role/break-glass.");
        }

        foreach (var each in options.ChildOperators.Where(each => !ChildOperators.Contains(each)))
        {
            Add(UnknownOperator, "childOperators", $"'{each}'", string.Join(", ", ChildOperators), Spelling.Nearest(each, ChildOperators) is { } near ? $"Did you mean {near}?" : "Remove it.");
        }

        if (options.ChildOperators.Length > 1 && options.ChildOperators.Any(each => each is "@@all" or "@@none"))
        {
            Add(UnknownOperator, "childOperators", string.Join(", ", options.ChildOperators), "@@all or @@none alone, or some of the others", "Keep one of them.");
        }

        void Principals(string key, ImmutableArray<string> arns)
        {
            foreach (var arn in arns)
            {
                if (!IsPrincipal(arn))
                {
                    Add("FIN2065", key, $"'{arn}'", "the ARN of a role or user, with * only in the account and the name", "For example arn:aws:iam::*:role/break-glass. For an assumed role, name the role.");
                }
                else if (arn.Split(':', 6)[5].Split('/', 2)[1].Trim('*').Length == 0)
                {
                    Add("FIN2065", key, $"'{arn}'", "a name that does not stand for everybody", "Name the role: a guardrail that binds nobody is none.");
                }
            }
        }

        void Add(string id, string key, string found, string allowed, string fix) => problems.Add(new Problem(id, options.File, $"{options.Path}.{key}", found, allowed, fix));
    }

    /// <summary>Names that tag policies do not have: Organizations would refuse the whole policy.</summary>
    public static void TypeNames(TagStandard standard, List<Problem> problems)
    {
        foreach (var (key, setting, name) in standard.Keys.SelectMany(key =>
            key.EnforcedFor.Select(name => (key, "enforcedFor", name)).Concat(key.ReportRequiredFor.Select(name => (key, "reportRequiredFor", name)))))
        {
            if (!PolicyTypeName.TryParse(name, out var parsed) || PolicyTypeTable.TokensOf(parsed).IsEmpty)
            {
                problems.Add(new Problem("FIN2071", standard.Source, $"keys.{key.Name}.tagPolicy.{setting}", $"'{name}'", "a type that tag policies know, or service:ALL_SUPPORTED",
                    Spelling.Nearest(name, PolicyTypeTable.All.Select(row => row.Name.ToString())) is { } near ? $"Did you mean {near}?" : "Remove it; names are those of the AWS page on tag policies, not those of Pulumi or CloudFormation."));
            }
        }
    }

    public static void Targets(IReadOnlyList<GuardrailTarget> targets, ImmutableArray<GuardrailAttachment> attachments, GuardrailOptions options, List<Problem> problems)
    {
        foreach (var repeated in targets.GroupBy(target => target.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(new Problem("FIN2067", options.File, options.Path, $"{repeated.First().Name} ({repeated.Key}) {repeated.Count()} times", "each root, unit or account once", "Keep the form that it shall have."));
        }

        foreach (var target in targets.DistinctBy(target => target.Id))
        {
            Quota(target, GuardrailKind.ServiceControlPolicy, ScpsPerTarget, "FIN2061", "Name fewer actions, set denyOtherValues: false, or detach one of the others.");
            Quota(target, GuardrailKind.TagPolicy, TagPoliciesPerTarget, "FIN2062", "Detach one of the others, or take a key out of the standard.");
        }

        void Quota(GuardrailTarget target, GuardrailKind kind, int most, string id, string fix)
        {
            var own = attachments.Where(attachment => attachment.TargetId == target.Id && attachment.Policy.Kind == kind).Select(attachment => attachment.Policy.Name).Distinct().ToList();
            // New policies are attached before old ones are detached, so an old one of this stack that goes away counts still.
            var others = target.Attached.Where(attached => attached.Kind == kind && !own.Contains(attached.Name)).Select(attached => attached.Name).Order(StringComparer.Ordinal).ToList();
            if (own.Count > 0 && own.Count + others.Count > most)
            {
                problems.Add(new Problem(id, options.File, $"{options.Path}.targets.{target.Name}",
                    $"{own.Count} generated and {others.Count} attached policies ({string.Join(", ", others)})", $"at most {most} of the type {GuardrailPolicy.TypeOf(kind)} on one target", fix));
            }
        }
    }

    // arn:aws:iam::111122223333:role/break-glass, arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_FinOps_*
    private static bool IsPrincipal(string arn) =>
        arn.Split(':', 6) is ["arn", "aws" or "aws-cn" or "aws-us-gov", "iam", "", var account, var name]
        && (account == "*" || (account.Length == 12 && account.All(char.IsAsciiDigit)))
        && (name.StartsWith("role/", StringComparison.Ordinal) || name.StartsWith("user/", StringComparison.Ordinal))
        && name.Length > "role/".Length
        && !name.Contains("${", StringComparison.Ordinal);
}
