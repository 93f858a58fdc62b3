using System.Collections.Immutable;
using System.Text;

namespace FinOps.Core.TagPolicies;

/// <summary>Computes what Organizations makes of all tag policies between the root and an account.</summary>
public static class EffectivePolicyEngine
{
    /// <param name="levels">From the root down; the last is the account itself.</param>
    public static EffectiveTagPolicy Compute(IReadOnlyList<PolicyLevel> levels)
    {
        var ignored = new List<IgnoredStatement>();
        var tags = new MergedNode();
        foreach (var level in levels)
        {
            tags.MergeLevel([.. level.Policies.Select(policy => new Peer(policy.Tags, policy, level.Target))], ignored);
        }

        var account = levels is [.., { Target: { Kind: PolicyTargetKind.Account } last }] ? last.Id : null;
        return Checked(new EffectiveTagPolicy(account, [.. tags.Children.Select(key => Complete(key.Key, key.Value))], [.. ignored], []));
    }

    /// <summary>Fills in what Organizations fills in: the policy key where no casing is set, any value where no value is left.</summary>
    private static EffectiveTagKey Complete(string policyKey, MergedNode key)
    {
        var values = Values(PolicyWords.TagValue);
        return new EffectiveTagKey(
            policyKey,
            Values(PolicyWords.TagKey) is [var written, ..] ? written : new EffectiveValue(policyKey, null),
            values.IsEmpty ? [new EffectiveValue(PolicyWords.AnyValue, null)] : values,
            Values(PolicyWords.EnforcedFor),
            Values(PolicyWords.ReportRequiredTagFor),
            [.. PolicyWords.Settings.SelectMany(setting => (key.Children.GetValueOrDefault(setting)?.Removed ?? []).Select(removed => (setting, removed)))]);

        ImmutableArray<EffectiveValue> Values(string setting) => key.Children.TryGetValue(setting, out var node) ? [.. node.Values] : [];
    }

    private static EffectiveTagPolicy Checked(EffectiveTagPolicy policy)
    {
        var errors = ImmutableArray.CreateBuilder<EffectivePolicyError>();
        var bytes = Encoding.UTF8.GetByteCount(policy.ToJson());
        if (bytes > PolicyWords.MaxEffectiveBytes)
        {
            errors.Add(new EffectivePolicyError(EffectivePolicyError.ElementsTooMany,
                $"The effective policy has {bytes} bytes; at most {PolicyWords.MaxEffectiveBytes} are allowed.", PolicyWords.Tags,
                Contributing(policy.Keys.SelectMany(key => key.Settings).SelectMany(setting => setting.Values))));
        }

        var byType = policy.Keys
            .SelectMany(key => key.ReportRequiredFor.Select(type => (key.PolicyKey, Type: type)))
            .GroupBy(required => required.Type.Value, StringComparer.Ordinal)
            .Where(group => group.Count() > PolicyWords.MaxRequiredKeysPerType);
        foreach (var type in byType.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            errors.Add(new EffectivePolicyError(EffectivePolicyError.ElementsTooMany,
                $"{type.Count()} tag keys are required of {type.Key}; at most {PolicyWords.MaxRequiredKeysPerType} are allowed.", PolicyWords.Tags,
                Contributing(type.Select(required => required.Type))));
        }

        return policy with { Errors = errors.ToImmutable() };
    }

    private static ImmutableArray<string> Contributing(IEnumerable<EffectiveValue> values) =>
        [.. values.Select(value => value.Origin?.PolicyId).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
