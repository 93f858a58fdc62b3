using System.Collections.Immutable;

namespace FinOps.LocalEngine.Projects;

/// <summary>The config of one stack as the program gets it, in clear; structured values are JSON text.</summary>
/// <param name="EncryptionSalt">Of the file, null when it has none.</param>
internal sealed record StackConfig(ImmutableSortedDictionary<string, string> Values, ImmutableSortedSet<string> SecretKeys, string? EncryptionSalt)
{
    /// <summary>Values of one namespace by bare name, for example what <c>aws:region</c> says as <c>region</c>.</summary>
    public IEnumerable<(string Name, string Value, bool Secret)> Namespace(string name) =>
        from item in Values
        where item.Key.StartsWith(name + ":", StringComparison.Ordinal)
        select (item.Key[(name.Length + 1)..], item.Value, SecretKeys.Contains(item.Key));
}
