using System.Collections.Frozen;
using System.Collections.Immutable;
using FinOps.Core.Governance;
using FinOps.Core.TagPolicies;

namespace FinOps.Core.Compliance.Judging;

/// <summary>
/// What a resource type of the Tagging API is called elsewhere. Standard and waivers speak of Pulumi types, tag policies of their own; the
/// Tagging API goes by ARNs, in which a bucket is <c>s3</c> and not <c>s3:bucket</c>.
/// </summary>
public static class LiveTypes
{
    private const string File = "live-types.txt";

    // es:domain aws:opensearch/domain:Domain
    private static readonly FrozenDictionary<string, ImmutableArray<string>> ByName = PolicyTypeTable.All.Select(row => (Name: row.Name.ToString(), row.Token))
        .Concat(DataFile.Lines(File).Select(line => line.Split(' ')).Select(parts => (Name: parts[0], Token: parts[1])))
        .GroupBy(row => row.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Select(row => row.Token).Distinct(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>Every Pulumi type that such a resource may have been made by, several for <c>rds:db</c>; empty for a type that is not known.</summary>
    public static ImmutableArray<string> TokensOf(string type) => ByName.GetValueOrDefault(type, []);

    /// <summary>What tag policies call the type, which is what AWS's own verdict goes by; empty where they have no name for it.</summary>
    public static ImmutableArray<PolicyTypeName> PolicyNamesOf(string type) => [.. TokensOf(type).SelectMany(token => PolicyTypeTable.NamesOf(token)).Distinct()];
}
