using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Responder.Alerts;

/// <summary>Reads Lambda's event of an SNS topic. A record that is shaped differently is still an alert: its whole text is the message.</summary>
public static class SnsEvent
{
    /// <param name="now">Stands for the time of a record that has none.</param>
    /// <exception cref="ProblemException">FIN5003: the event is no event of SNS at all.</exception>
    public static IReadOnlyList<SnsAlert> Read(ReadOnlyMemory<byte> payload, DateTimeOffset now)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("Records", out var records) && records.ValueKind == JsonValueKind.Array && records.GetArrayLength() > 0)
                return [.. records.EnumerateArray().Select(record => Read(record, now))];
            throw NoEvent("no list Records with a record in it");
        }
        catch (JsonException failure)
        {
            throw NoEvent(failure.Message.ReplaceLineEndings(" "));
        }
    }

    private static SnsAlert Read(JsonElement record, DateTimeOffset now)
    {
        var sns = record.ValueKind == JsonValueKind.Object && record.TryGetProperty("Sns", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : (JsonElement?)null;
        var message = Text(sns, "Message") ?? record.GetRawText();
        var at = DateTimeOffset.TryParse(Text(sns, "Timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var stated) ? stated : now;
        return new SnsAlert(Id(Text(sns, "MessageId"), message), Account(Text(sns, "TopicArn")), at, Text(sns, "Subject") ?? "", message);
    }

    /// <summary>The id becomes part of S3 keys; one that is none is replaced by the message's own digest, which a retry has too.</summary>
    private static string Id(string? given, string message) => given is { Length: > 0 and <= 100 } && given.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
        ? given
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message)))[..32];

    private static string? Account(string? topicArn) =>
        topicArn?.Split(':') is [_, _, _, _, var account, _] && account.Length == 12 && account.All(char.IsAsciiDigit) ? account : null;

    private static string? Text(JsonElement? json, string name) =>
        json is { } there && there.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static ProblemException NoEvent(string found) => new([new Problem(
        AwsFailure.Settings, "event", "$.Records", found, "the event of an SNS topic", """Subscribe the function to the topic, or send {"Records":[{"Sns":{"MessageId":"...","Message":"..."}}]}.""")]);
}
