using System.Collections.Frozen;
using System.Collections.Immutable;

namespace FinOps.Core.TagPolicies;

/// <summary>
/// Which Pulumi types a type name of tag policies stands for. Neither can be derived from the other: <c>elasticfilesystem:file-system</c> is
/// <c>aws:efs/fileSystem:FileSystem</c>, and <c>rds:db</c> stands for four types. The list is tag-policy-types.txt.
/// </summary>
public static class PolicyTypeTable
{
    private const string Resource = "tag-policy-types.txt";

    // elasticfilesystem:file-system aws:efs/fileSystem:FileSystem
    private static readonly ImmutableArray<(PolicyTypeName Name, string Token)> Rows = Read();

    private static readonly FrozenDictionary<string, ImmutableArray<PolicyTypeName>> ByToken = Rows
        .GroupBy(row => row.Token, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Select(row => row.Name).ToImmutableArray(), StringComparer.Ordinal);

    public static IEnumerable<(PolicyTypeName Name, string Token)> All => Rows;

    /// <summary>Empty when tag policies have no name for the type, or the list does not know it.</summary>
    public static ImmutableArray<PolicyTypeName> NamesOf(string typeToken) => ByToken.GetValueOrDefault(typeToken, []);

    /// <summary>Every Pulumi type that a name stands for; <c>ALL_SUPPORTED</c> stands for all of the service that are known here.</summary>
    public static ImmutableArray<string> TokensOf(PolicyTypeName name) =>
        [.. Rows.Where(row => name.Covers(row.Name)).Select(row => row.Token).Distinct(StringComparer.Ordinal)];

    /// <param name="name">As a policy writes it, for example <c>ec2:ALL_SUPPORTED</c>.</param>
    public static bool Covers(string name, string typeToken) => PolicyTypeName.TryParse(name, out var parsed) && NamesOf(typeToken).Any(parsed.Covers);

    private static ImmutableArray<(PolicyTypeName, string)> Read()
    {
        using var stream = typeof(PolicyTypeTable).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"FinOps.Core was built without {Resource}");
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => !line.StartsWith('#'))
                .Select(line => line.Split(' '))
                .Select(parts => (PolicyTypeName.TryParse(parts[0], out var name) ? name : throw new InvalidOperationException($"{Resource}: '{parts[0]}' is no type name"), parts[1])),
        ];
    }
}
