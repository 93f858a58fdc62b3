using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FinOps.Functions.AllocationTags;

/// <summary>The result for people and for programs.</summary>
public static class TagActivationRenderer
{
    public static string Json(TagActivation activation) => JsonSerializer.Serialize(activation, TagActivationJson.Default.TagActivation);

    public static string Text(TagActivation activation)
    {
        ArgumentNullException.ThrowIfNull(activation);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Cost allocation tags, {activation.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC{(activation.DryRun ? " (dry run: nothing was changed)" : "")}");
        Line(text, "active", activation.AlreadyActive);
        Line(text, activation.DryRun ? "would activate" : "activated", activation.Activated);
        foreach (var key in activation.Pending)
            Line(text, "pending", [$"{key.Key}: {key.Why}"]);
        foreach (var key in activation.Refused)
            Line(text, "refused", [$"{key.Key}: {key.Code}: {key.Message}"]);
        Line(text, "unfinished", activation.Unfinished);
        var backfill = activation.Backfill;
        Line(text, "backfill", [$"{Word(backfill.State)}{(backfill.From is null ? "" : $", from {backfill.From}")}: {backfill.Why}"]);
        Line(text, "cost", [string.Create(CultureInfo.InvariantCulture, $"{activation.Requests} Cost Explorer requests, {activation.CostUsd:0.00} USD")]);
        return text.ToString();
    }

    private static void Line(StringBuilder text, string label, IReadOnlyList<string> items)
    {
        if (items.Count > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {label,-15}{string.Join(", ", items)}");
    }

    private static string Word(BackfillState state) => state == BackfillState.NotNeeded ? "not needed" : state.ToString().ToLowerInvariant();
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(TagActivation))]
internal sealed partial class TagActivationJson : JsonSerializerContext;
