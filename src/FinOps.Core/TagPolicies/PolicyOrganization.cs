using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FinOps.Core.Problems;

namespace FinOps.Core.TagPolicies;

/// <summary>The tree of an organization with the tag policies attached to it. Read by <see cref="Parse"/>, written by <see cref="ToJson"/>.</summary>
public sealed class PolicyOrganization
{
    public const int Version = 1;

    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ImmutableDictionary<string, PolicyTarget> _targets;

    /// <param name="targets">One root, and every parent that is named.</param>
    /// <param name="policies">Every policy that a target names.</param>
    internal PolicyOrganization(string source, ImmutableArray<PolicyTarget> targets, ImmutableDictionary<string, TagPolicy> policies)
    {
        Source = source;
        Targets = targets;
        Policies = policies;
        _targets = targets.ToImmutableDictionary(target => target.Id, StringComparer.Ordinal);
    }

    /// <summary>The file that it was read from, or the organization it was gathered from.</summary>
    public string Source { get; }

    /// <summary>Root, units and accounts.</summary>
    public ImmutableArray<PolicyTarget> Targets { get; }

    /// <summary>By id.</summary>
    public ImmutableDictionary<string, TagPolicy> Policies { get; }

    /// <exception cref="ProblemException">Every mistake: in the JSON (FIN2040), in the tree (FIN2044), in the policies (FIN2041 to FIN2043).</exception>
    public static PolicyOrganization Parse(string json, string source) => PolicyOrganizationReader.Read(json, source);

    /// <exception cref="ProblemException">Every mistake, as in <see cref="Parse"/>.</exception>
    public static PolicyOrganization Create(string source, IEnumerable<PolicyTarget> targets, IEnumerable<(string Id, string Name, string Content)> policies) =>
        PolicyOrganizationReader.Check(source, [.. targets], [.. policies]);

    public PolicyTarget? Find(string targetId) => _targets.GetValueOrDefault(targetId);

    /// <summary>The policy that holds for an account.</summary>
    /// <exception cref="ProblemException">FIN2045: no such account.</exception>
    public EffectiveTagPolicy EffectiveFor(string accountId) => EffectivePolicyEngine.Compute(LevelsTo(accountId));

    /// <summary>From the root to the account, both included.</summary>
    /// <exception cref="ProblemException">FIN2045: no such account.</exception>
    public IReadOnlyList<PolicyLevel> LevelsTo(string accountId)
    {
        if (Find(accountId) is not { Kind: PolicyTargetKind.Account })
        {
            throw new ProblemException([new Problem("FIN2045", Source, "account", JsonText.Quote(accountId),
                $"one of the {Targets.Count(target => target.Kind == PolicyTargetKind.Account)} accounts of the organization", "Look the id up in the file, or write the file anew if the account is young.")]);
        }

        var levels = new List<PolicyLevel>();
        for (var target = Find(accountId); target is not null; target = target.ParentId is null ? null : Find(target.ParentId))
        {
            levels.Add(new PolicyLevel(target, [.. target.PolicyIds.Select(id => Policies[id])]));
        }

        levels.Reverse();
        return levels;
    }

    /// <summary>The form that <see cref="Parse"/> reads, indented for review.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteStartArray("targets");
            foreach (var target in Targets)
            {
                WriteTarget(json, target);
            }

            json.WriteEndArray();
            json.WriteStartArray("policies");
            foreach (var policy in Policies.Values.OrderBy(policy => policy.Id, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("id", policy.Id);
                json.WriteString("name", policy.Name);
                json.WritePropertyName("content");
                using var content = JsonDocument.Parse(policy.Content);
                content.RootElement.WriteTo(json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteTarget(Utf8JsonWriter json, PolicyTarget target)
    {
        json.WriteStartObject();
        json.WriteString("id", target.Id);
        json.WriteString("name", target.Name);
        json.WriteString("kind", PolicyOrganizationReader.Word(target.Kind));
        if (target.ParentId is not null)
        {
            json.WriteString("parent", target.ParentId);
        }

        json.WriteStartArray("policies");
        foreach (var id in target.PolicyIds)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
