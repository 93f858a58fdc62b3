using System.Collections.Frozen;
using FinOps.Core.Governance;

namespace FinOps.Core.Compliance.Spend;

/// <summary>Under which of Cost Explorer's services a resource type is billed.</summary>
public static class BilledServices
{
    private const string File = "billed-services.txt";

    // ec2:instance Amazon Elastic Compute Cloud - Compute
    private static readonly FrozenDictionary<string, string> ByType = DataFile.Lines(File).Select(line => line.Split(' ', 2)).ToFrozenDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    /// <summary>Every service that bills some type.</summary>
    public static FrozenSet<string> All { get; } = ByType.Values.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="type">As the Tagging API names it.</param>
    /// <returns>Null for a type whose service is not known.</returns>
    public static string? Of(string type)
    {
        if (ByType.TryGetValue(type, out var service))
        {
            return service;
        }

        var colon = type.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : ByType.GetValueOrDefault(type[..colon]);
    }
}
