using System.Collections.Immutable;
using FinOps.Core.Tagging;

namespace FinOps.Core.Governance.Guardrails;

/// <summary>The statements that deny creation without the standard's tags, and changes of those tags.</summary>
internal static class TagStatements
{
    /// <summary>SCPs never bind them, so this is written for readers and for tools that judge policies without knowing it.</summary>
    private const string ServiceLinkedRoles = "arn:aws:iam::*:role/aws-service-role/*";

    // Actions that name the removed keys in aws:TagKeys. tag:UntagResources does not: it calls these with the rights of its caller.
    private static readonly ImmutableArray<string> Removals =
    [
        "autoscaling:DeleteTags", "dynamodb:UntagResource", "ec2:DeleteTags", "ecs:UntagResource", "eks:UntagResource", "elasticache:RemoveTagsFromResource",
        "elasticfilesystem:UntagResource", "elasticloadbalancing:RemoveTags", "es:RemoveTags", "kinesis:RemoveTagsFromStream", "lambda:UntagResource",
        "rds:RemoveTagsFromResource", "redshift:DeleteTags", "s3:UntagResource", "sns:UntagResource", "sqs:UntagQueue",
    ];

    // Creating with tags calls these too, and says so in this key: without the exception no tagged resource could be created.
    private static readonly (string Action, string CreateKey)[] Rewrites = [("ec2:CreateTags", "ec2:CreateAction"), ("elasticloadbalancing:AddTags", "elasticloadbalancing:CreateAction")];

    /// <summary>In the order of the standard; the same for the same input.</summary>
    public static IReadOnlyList<DenyStatement> Write(TagStandard standard, GuardrailOptions options)
    {
        var creations = options.Actions.Select(TaggedCreation.Find).OfType<TaggedCreation>().Distinct().ToList();
        var exempt = new DenyCondition("ArnNotLike", "aws:PrincipalArn", [ServiceLinkedRoles, .. options.BreakGlass.Order(StringComparer.Ordinal)]);
        var statements = new List<DenyStatement>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in standard.Keys)
        {
            var name = Name(key.Name, names);
            foreach (var group in CreationGroup.Of(creations.Where(creation => creation.Types.All(key.Applies))))
            {
                statements.AddRange(OfKey(key, name, group, options, exempt));
            }
        }

        return options.TagEditors.IsEmpty ? statements : [.. statements, .. Protection(standard, options, exempt)];
    }

    private static IEnumerable<DenyStatement> OfKey(TagKeyRule key, string name, CreationGroup group, GuardrailOptions options, DenyCondition exempt)
    {
        var tag = $"aws:RequestTag/{key.Name}";
        if (key.Required)
        {
            yield return Statement($"Require{name}", DenyCondition.Missing(tag));
        }
        else
        {
            foreach (var (other, values) in key.RequiredWhen.OrderBy(when => when.Key, StringComparer.Ordinal))
            {
                yield return Statement($"Require{name}With{Letters(other)}", DenyCondition.Missing(tag), new DenyCondition("StringEquals", $"aws:RequestTag/{other}", values));
            }
        }

        if (options.DenyOtherValues && !key.Values.IsEmpty)
        {
            // A negated operator also holds for a tag that is not sent, with IfExists too: only Null leaves those to the statement above.
            yield return Statement($"Allowed{name}", DenyCondition.Present(tag), new DenyCondition("StringNotLike", tag, key.Values));
        }

        DenyStatement Statement(string sid, params ImmutableArray<DenyCondition> conditions) =>
            new(sid + group.Suffix, group.Actions, group.Resources, [.. conditions, exempt]);
    }

    private static IEnumerable<DenyStatement> Protection(TagStandard standard, GuardrailOptions options, DenyCondition exempt)
    {
        var others = exempt with { Values = [.. exempt.Values.Union(options.TagEditors.Order(StringComparer.Ordinal))] };
        var keys = new DenyCondition("ForAnyValue:StringEquals", "aws:TagKeys", [.. standard.Keys.Select(key => key.Name)]);
        yield return new DenyStatement("KeepTags", Removals, ["*"], [keys, others]);
        // DeleteTags without a list of keys removes all of them and names none.
        yield return new DenyStatement("KeepTagsFromWiping", ["ec2:DeleteTags"], ["*"], [DenyCondition.Missing("aws:TagKeys"), others]);
        foreach (var (action, createKey) in Rewrites)
        {
            yield return new DenyStatement($"KeepTagsAsTheyAre{Letters(action)}", [action], ["*"], [DenyCondition.Missing(createKey), keys, others]);
        }
    }

    /// <summary>Sids hold letters and digits only; keys that differ in other characters alone get a number.</summary>
    private static string Name(string key, HashSet<string> taken)
    {
        var (plain, name) = (Letters(key), Letters(key));
        for (var number = 2; !taken.Add(name); number++)
        {
            name = $"{plain}{number}";
        }

        return name;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit));
}
