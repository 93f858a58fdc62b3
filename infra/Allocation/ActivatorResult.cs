using System.Text.Json;

namespace FinOps.Infra.Allocation;

/// <summary>Reads what the tag activator answers: <c>{"alreadyActive":["Team"],"activated":["Environment"],"pending":[...],...}</c>.</summary>
internal static class ActivatorResult
{
    /// <param name="json">Null or empty where the function has not run.</param>
    public static IReadOnlyList<string> ActiveKeys(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return [];
        }

        using var result = JsonDocument.Parse(json);
        return [.. new[] { "alreadyActive", "activated" }.SelectMany(list => result.RootElement.GetProperty(list).EnumerateArray()).Select(key => key.GetString()!)];
    }
}
