using System.Collections.Concurrent;
using System.Text.Json;
using FinOps.Core.Files;
using FinOps.Core.Problems;
using FinOps.Core.TagPolicies;

namespace FinOps.Policies.Tagging;

/// <summary>The tag policies of the Organization from a file: all of them with their tree, or the effective policy of one account.</summary>
public sealed class OrganizationPolicySource
{
    private static readonly ConcurrentDictionary<string, OrganizationPolicySource> ByPath = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, EffectiveTagPolicy> _byAccount = new(StringComparer.Ordinal);
    private readonly PolicyOrganization? _organization;
    private readonly EffectiveTagPolicy? _single;
    private readonly string _path;

    private OrganizationPolicySource(string path, PolicyOrganization? organization, EffectiveTagPolicy? single) => (_path, _organization, _single) = (path, organization, single);

    /// <summary>Each file is read once.</summary>
    /// <exception cref="ProblemException">Every mistake in the file, FIN6030 when it cannot be read.</exception>
    public static OrganizationPolicySource At(string path) => ByPath.GetOrAdd(Path.GetFullPath(path), Load);

    /// <summary>The policy that holds for a resource.</summary>
    /// <param name="ofProvider">The accounts that its provider names; a single one that the organization has counts.</param>
    /// <param name="configured">The account otherwise.</param>
    /// <exception cref="ProblemException">FIN6031: no account is known, or the file is about another one. FIN2045: the organization has no such account. FIN6032: the policy is not valid.</exception>
    public EffectiveTagPolicy For(IReadOnlyCollection<string> ofProvider, string? configured)
    {
        if (_single is not null)
        {
            return configured is not null && _single.AccountId is { } account && account != configured
                ? throw Refused("FIN6031", "account", configured, $"{account}, whose effective policy the file holds", "Save the effective policy of this account, or use a file of the whole organization.")
                : _single;
        }

        var chosen = ofProvider.Distinct(StringComparer.Ordinal).ToList() is [var one] && _organization!.Find(one) is { Kind: PolicyTargetKind.Account } ? one : configured;
        return chosen is null
            ? throw Refused("FIN6031", "account", "nothing", "the id of an account of the organization", "Set account beside organizationPolicy, for example \"account\": \"111122223333\".")
            : _byAccount.GetOrAdd(chosen, Compute);
    }

    private static OrganizationPolicySource Load(string path)
    {
        var text = Utf8File.Read(path, "FIN6030", "Write it with 'finops policy effective --fetch FILE'.");
        return IsOrganization(text)
            ? new OrganizationPolicySource(path, PolicyOrganization.Parse(text, path), null)
            : new OrganizationPolicySource(path, null, EffectivePolicyText.Parse(text, path));
    }

    /// <summary>Only a file of the whole organization has targets; whatever else it is, the other reader says what is wrong with it.</summary>
    private static bool IsOrganization(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object && (json.RootElement.TryGetProperty("targets", out _) || json.RootElement.TryGetProperty("version", out _));
        }
        catch (JsonException)
        {
            // The reader tells where.
            return false;
        }
    }

    private EffectiveTagPolicy Compute(string account)
    {
        var policy = _organization!.EffectiveFor(account);
        return policy.Errors.IsEmpty
            ? policy
            : throw new ProblemException([.. policy.Errors.Select(error => Problem("FIN6032", error.Path, $"{error.Code}: {error.Message}", "an effective policy that Organizations enforces",
                $"Shorten one of {string.Join(", ", error.ContributingPolicies)}."))]);
    }

    private ProblemException Refused(string id, string path, string found, string allowed, string fix) => new([Problem(id, path, found, allowed, fix)]);

    private Problem Problem(string id, string path, string found, string allowed, string fix) => new(id, _path, path, found, allowed, fix);
}
