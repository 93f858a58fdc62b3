using FinOps.Core.Tagging;

namespace FinOps.Core.TagPolicies;

/// <summary>Holds the tags of one resource against the effective tag policy of its account.</summary>
public static class EffectiveTagJudge
{
    /// <param name="typeToken">The Pulumi type, for example <c>aws:s3/bucket:Bucket</c>.</param>
    /// <param name="tags">Key to value; a null value is one that is not known yet: its key counts, its value is not judged.</param>
    public static IReadOnlyList<PolicyTagFinding> Judge(EffectiveTagPolicy policy, string typeToken, IReadOnlyDictionary<string, string?> tags)
    {
        var findings = new List<PolicyTagFinding>();
        foreach (var key in policy.Keys)
        {
            JudgeKey(key, typeToken, tags, findings);
        }

        return findings;
    }

    private static void JudgeKey(EffectiveTagKey key, string typeToken, IReadOnlyDictionary<string, string?> tags, List<PolicyTagFinding> findings)
    {
        var name = key.TagKey.Value;
        var enforced = key.EnforcedFor.Any(type => PolicyTypeTable.Covers(type.Value, typeToken));
        var miscased = tags.Keys.Where(tag => tag != name && tag.Equals(name, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToList();
        findings.AddRange(miscased.Select(found =>
            new PolicyTagFinding(new TagFinding(TagFindingKind.KeyMiscased, name, found, null, name, name), enforced, Sources([key.TagKey]))));

        if (tags.TryGetValue(name, out var value))
        {
            if (value is not null && !key.Values.Any(allowed => Matches(allowed.Value, value)))
            {
                findings.Add(new PolicyTagFinding(Wrong(key, value), enforced, Sources(key.Values)));
            }
        }
        else if (key.ReportRequiredFor.FirstOrDefault(type => PolicyTypeTable.Covers(type.Value, typeToken)) is { } required)
        {
            findings.Add(new PolicyTagFinding(
                new TagFinding(TagFindingKind.MissingKey, name, miscased.FirstOrDefault(), null, name, Allowed(key)), Refused: false, Sources([required])));
        }
    }

    private static TagFinding Wrong(EffectiveTagKey key, string value)
    {
        var (name, plain) = (key.TagKey.Value, key.Values.Select(allowed => allowed.Value).Where(allowed => !allowed.Contains('*', StringComparison.Ordinal)).ToList());
        if (plain.Find(allowed => allowed.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } recased)
        {
            return new TagFinding(TagFindingKind.ValueMiscased, name, name, value, recased, Allowed(key));
        }

        return Spelling.Nearest(value, plain) is { } near
            ? new TagFinding(TagFindingKind.ValueMisspelt, name, name, value, near, Allowed(key))
            : new TagFinding(TagFindingKind.ValueNotAllowed, name, name, value, null, Allowed(key));
    }

    /// <summary>The one <c>*</c> that an allowed value may have stands for any text.</summary>
    private static bool Matches(string allowed, string value) => allowed.IndexOf('*', StringComparison.Ordinal) is var star && star < 0
        ? allowed == value
        : value.Length >= allowed.Length - 1 && value.StartsWith(allowed[..star], StringComparison.Ordinal) && value.EndsWith(allowed[(star + 1)..], StringComparison.Ordinal);

    private static string Allowed(EffectiveTagKey key) => key.AllowsAnyValue ? "any text" : string.Join(", ", key.Values.Select(value => value.Value));

    private static IReadOnlyList<PolicyOrigin> Sources(IEnumerable<EffectiveValue> values) =>
        [.. values.Select(value => value.Origin).OfType<PolicyOrigin>().DistinctBy(origin => (origin.PolicyId, origin.TargetId))];
}

/// <summary>One thing that the tag policies of the organization find wrong with a resource.</summary>
/// <param name="Refused">True when AWS refuses the call that sends such a tag (enforced_for); otherwise AWS reports it.</param>
/// <param name="Sources">The policies that say so; empty for what Organizations fills in.</param>
public sealed record PolicyTagFinding(TagFinding Finding, bool Refused, IReadOnlyList<PolicyOrigin> Sources)
{
    public override string ToString() =>
        $"{Finding} ({(Sources.Count == 0 ? "default of Organizations" : string.Join(", ", Sources.Select(source => $"{source.PolicyName} ({source.PolicyId}) on {source.TargetName}")))}{(Refused ? "; AWS refuses it" : "")})";
}
