using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>Configuration of the stack: text by <c>namespace:key</c>, and which keys are secret.</summary>
internal sealed record DeploymentConfig(ImmutableDictionary<string, string> Values, ImmutableHashSet<string> SecretKeys)
{
    /// <exception cref="InvalidOperationException">PULUMI_CONFIG is not a JSON object of strings, or PULUMI_CONFIG_SECRET_KEYS not an array of strings.</exception>
    public static DeploymentConfig FromEnvironment(Func<string, string?> read) => new(
        (Parse<Dictionary<string, string>>("PULUMI_CONFIG", read) ?? []).ToImmutableDictionary(item => Normalize(item.Key), item => item.Value, StringComparer.Ordinal),
        (Parse<string[]>("PULUMI_CONFIG_SECRET_KEYS", read) ?? []).Select(Normalize).ToImmutableHashSet(StringComparer.Ordinal));

    /// <summary>Old engines wrote <c>ns:config:key</c>.</summary>
    private static string Normalize(string key)
    {
        var parts = key.Split(':', 3);
        return parts is [var space, "config", var rest] ? $"{space}:{rest}" : key;
    }

    private static T? Parse<T>(string variable, Func<string, string?> read)
        where T : class
    {
        if (read(variable) is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(text);
        }
        catch (JsonException e)
        {
            // The text may hold secrets, so it is not repeated here.
            throw new InvalidOperationException($"{variable} is not the JSON that an engine writes: {e.Message}", e);
        }
    }
}
