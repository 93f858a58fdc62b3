using System.Text.Json;
using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Services.CloudWatch;

/// <summary>What CloudWatch finds wrong in a dashboard's body.</summary>
internal static class DashboardBody
{
    /// <summary>Widgets of one dashboard (CloudWatch quota).</summary>
    private const int MostWidgets = 500;

    /// <summary>Columns of the grid.</summary>
    private const int Width = 24;

    private static readonly string[] Types = ["metric", "text", "log", "alarm", "explorer", "custom"];

    public static IReadOnlyList<(string Path, string Message)> Faults(string body)
    {
        JsonNode? parsed;
        try
        {
            parsed = JsonNode.Parse(body);
        }
        catch (JsonException exception)
        {
            return [("/", $"The body is no JSON: {exception.Message}")];
        }
        if (parsed is not JsonObject dashboard || dashboard["widgets"] is not JsonArray widgets)
            return [("/", "should have required property 'widgets', a list")];
        var faults = widgets.SelectMany((widget, index) => Widget(widget, $"/widgets/{index}"));
        return widgets.Count > MostWidgets ? [("/widgets", $"should NOT have more than {MostWidgets} items"), .. faults] : [.. faults];
    }

    private static IEnumerable<(string Path, string Message)> Widget(JsonNode? node, string path)
    {
        if (node is not JsonObject widget)
        {
            yield return (path, "should be object");
            yield break;
        }
        if (widget["type"] is not JsonValue type || !type.TryGetValue<string>(out var kind) || !Types.Contains(kind))
            yield return ($"{path}/type", $"should be one of {string.Join(", ", Types)}");
        if (widget["properties"] is not JsonObject)
            yield return (path, "should have required property 'properties'");
        var (x, width) = (Number(widget["x"], 0), Number(widget["width"], 6));
        if (x < 0 || width < 1 || x + width > Width)
            yield return (path, $"x and width should stay within {Width} columns");
        if (Number(widget["height"], 6) is < 1 or > 1_000)
            yield return ($"{path}/height", "should be from 1 to 1000");
    }

    private static int Number(JsonNode? node, int absent) => node is null ? absent : node is JsonValue value && value.TryGetValue<int>(out var number) ? number : -1;
}
