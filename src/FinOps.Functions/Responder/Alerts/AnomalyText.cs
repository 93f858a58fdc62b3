using System.Text.Json;
using FinOps.Core.Costs;

namespace FinOps.Functions.Responder.Alerts;

/// <summary>
/// Reads what Cost Anomaly Detection writes to a topic: a JSON object with <c>anomalyId</c>, <c>impact.totalImpact</c> and, mostly, <c>rootCauses</c>,
/// <c>monitorName</c>, <c>dimensionalValue</c>, <c>anomalyStartDate</c>, <c>anomalyDetailsLink</c>. Amounts are in the payer's currency, which it does
/// not name; they are taken for US dollars.
/// </summary>
internal static class AnomalyText
{
    private const int MostCauses = 100;

    public static Alert Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            return new UnparsedAlert("it begins like JSON and is none");
        }
    }

    private static Alert Read(JsonElement json)
    {
        if (Text(json, "anomalyId") is not { Length: > 0 and <= 100 } id || Member(json, "impact") is not { } impact || Dollars(impact, "totalImpact") is not { } total)
            return new UnparsedAlert("JSON without the anomalyId and impact.totalImpact of an anomaly");
        return new AnomalyAlert(
            id, Text(json, "monitorName") ?? "", Text(json, "dimensionalValue") ?? "", Text(json, "anomalyStartDate") ?? "", Text(json, "anomalyEndDate"),
            total, Dollars(impact, "totalActualSpend"), Dollars(impact, "totalExpectedSpend"), Number(impact, "totalImpactPercentage") / 100,
            Member(json, "rootCauses") is { ValueKind: JsonValueKind.Array } causes ? [.. causes.EnumerateArray().Take(MostCauses).Select(Cause)] : [],
            Console(Text(json, "anomalyDetailsLink")));
    }

    private static RootCause Cause(JsonElement cause) => new(
        Text(cause, "linkedAccount") is { Length: 12 } account && account.All(char.IsAsciiDigit) ? account : null,
        Text(cause, "linkedAccountName") ?? "", Text(cause, "service") ?? "", Text(cause, "region") ?? "", Text(cause, "usageType") ?? "",
        Member(cause, "impact") is { } impact ? Dollars(impact, "contribution") : null);

    /// <summary>Only an address of AWS's own console is passed on as a link.</summary>
    private static Uri? Console(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0 && address.IsDefaultPort
        && (address.IdnHost is "console.aws.amazon.com" || address.IdnHost.EndsWith(".console.aws.amazon.com", StringComparison.Ordinal))
            ? address
            : null;

    private static JsonElement? Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Text(JsonElement json, string name) => Member(json, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static decimal? Number(JsonElement json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var number) ? number : null;

    private static Money? Dollars(JsonElement json, string name) => Number(json, name) is { } amount ? Money.Usd(amount) : null;
}
