using System.Text.RegularExpressions;

namespace Pulumi.Policy.Server;

/// <summary>What the engine and the service refuse, found before they see it.</summary>
internal static partial class PackChecks
{
    /// <summary>In a configuration file this name sets the level of every policy.</summary>
    public const string ReservedName = "all";

    private const string LevelProperty = "enforcementLevel";

    /// <exception cref="PolicyPackException">FIN6001 with every mistake.</exception>
    public static void Check(PolicyPack pack)
    {
        var mistakes = Mistakes(pack).ToList();
        if (mistakes.Count > 0)
        {
            throw new PolicyPackException("FIN6001", $"policy pack '{pack.Name}' cannot be used:\n{string.Join("\n", mistakes.Select(mistake => $"  {mistake}"))}");
        }
    }

    private static IEnumerable<string> Mistakes(PolicyPack pack)
    {
        if (!Name().IsMatch(pack.Name))
        {
            yield return $"name '{pack.Name}': 1 to 100 letters, digits, '-', '_' and '.'";
        }

        if (pack.Version.Length > 0 && !Name().IsMatch(pack.Version.Replace('+', '-')))
        {
            yield return $"version '{pack.Version}': use a semantic version such as 1.2.3";
        }

        foreach (var policy in pack.Policies.GroupBy(policy => policy.Name, StringComparer.Ordinal))
        {
            if (policy.Key == ReservedName)
            {
                yield return $"policy '{ReservedName}': the name is reserved; it sets the level of every policy in a configuration";
            }

            if (policy.Key.Length == 0)
            {
                yield return "a policy has no name";
            }

            if (policy.Count() > 1)
            {
                yield return $"policy '{policy.Key}': {policy.Count()} policies have this name";
            }
        }

        foreach (var policy in pack.Policies.Where(policy => policy.ConfigSchema is not null))
        {
            if (policy.ConfigSchema!.Properties.ContainsKey(LevelProperty) || policy.ConfigSchema.Required.Contains(LevelProperty))
            {
                yield return $"policy '{policy.Name}': the schema may not have '{LevelProperty}'; the engine adds it";
            }

            foreach (var (name, schema) in policy.ConfigSchema.Properties)
            {
                if (schema is not Rpc.Values.ObjectValue)
                {
                    yield return $"policy '{policy.Name}': the schema of '{name}' must be an object";
                }
            }
        }

        foreach (var name in pack.InitialConfig.Keys.Where(name => name != ReservedName && pack.Policies.All(policy => policy.Name != name)))
        {
            yield return $"initial configuration for '{name}', which is no policy of this pack";
        }
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9\-_.]{1,100}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
