using System.Text.Json;
using FinOps.Core.Tagging;
using Pulumi.Policy;

namespace FinOps.Policies.Tagging;

/// <summary>
/// Tag values that remediation may fill in for a whole stack: the defaults of the standard, over them the stack's own tags of the same
/// name, over them the stack configuration <c>finops:tags</c>, a JSON object of key to value.
/// </summary>
public static class StackTags
{
    public const string ConfigKey = "finops:tags";

    /// <returns>Only values that the standard allows: a repair must not put in what the next rule refuses.</returns>
    /// <exception cref="PolicyPackException">FIN6004: the stack configuration is not a JSON object of texts.</exception>
    public static IReadOnlyDictionary<string, string> Of(PolicyStack stack, TagStandard standard)
    {
        var tags = new Dictionary<string, string>(standard.Defaults, StringComparer.Ordinal);
        foreach (var (key, value) in stack.Tags.Concat(Configured(stack)))
        {
            tags[key] = value;
        }

        return tags.Where(tag => standard.Key(tag.Key)?.IsAllowed(tag.Value) == true).ToDictionary(StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Configured(PolicyStack stack)
    {
        if (!stack.Config.TryGetValue(ConfigKey, out var json))
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];
        }
        catch (JsonException wrong)
        {
            throw new PolicyPackException("FIN6004", $"stack configuration {ConfigKey} is not an object of texts ({wrong.Message}); for example {{\"Team\":\"payments\"}}", wrong);
        }
    }
}
