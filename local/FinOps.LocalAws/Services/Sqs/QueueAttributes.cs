using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Sqs;

/// <summary>The attributes of a queue: which there are, their ranges and defaults.</summary>
internal static class QueueAttributes
{
    private static readonly Dictionary<string, (long Minimum, long Maximum, long Default)> Numbers = new(StringComparer.Ordinal)
    {
        ["DelaySeconds"] = (0, 900, 0),
        ["MaximumMessageSize"] = (1024, 1_048_576, 1_048_576),
        ["MessageRetentionPeriod"] = (60, 1_209_600, 345_600),
        ["ReceiveMessageWaitTimeSeconds"] = (0, 20, 0),
        ["VisibilityTimeout"] = (0, 43_200, 30),
    };

    private static readonly HashSet<string> Documents = ["Policy", "RedrivePolicy", "RedriveAllowPolicy"];

    private static readonly HashSet<string> Others =
        ["FifoQueue", "ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "SqsManagedSseEnabled"];

    private static readonly HashSet<string> ReadOnly =
        ["QueueArn", "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesDelayed", "ApproximateNumberOfMessagesNotVisible", "CreatedTimestamp", "LastModifiedTimestamp"];

    public static bool IsKnown(string name) => Numbers.ContainsKey(name) || Documents.Contains(name) || Others.Contains(name) || ReadOnly.Contains(name);

    /// <exception cref="AwsError">InvalidAttributeName or InvalidAttributeValue.</exception>
    public static IReadOnlyDictionary<string, string> Check(IReadOnlyDictionary<string, string> attributes, bool isNew)
    {
        foreach (var (name, value) in attributes)
        {
            if (!IsKnown(name) || ReadOnly.Contains(name) || (!isNew && name == "FifoQueue"))
                throw new AwsError("InvalidAttributeName", $"Unknown Attribute {name}.") { QueryCode = "InvalidAttributeName" };
            if (Numbers.TryGetValue(name, out var range)
                && (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < range.Minimum || number > range.Maximum))
                throw Invalid(name);
            if (Documents.Contains(name) && value.Length > 0 && !IsObject(value))
                throw Invalid(name);
        }
        return attributes;
    }

    /// <summary>What GetQueueAttributes answers for All.</summary>
    public static IReadOnlyDictionary<string, string> All(JsonObject queue, string arn)
    {
        var all = Numbers.ToDictionary(pair => pair.Key, pair => pair.Value.Default.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        all["SqsManagedSseEnabled"] = "true";
        all["QueueArn"] = arn;
        all["CreatedTimestamp"] = queue["Created"]!.ToString();
        all["LastModifiedTimestamp"] = queue["Modified"]!.ToString();
        foreach (var count in (string[])["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesDelayed", "ApproximateNumberOfMessagesNotVisible"])
            all[count] = "0";
        foreach (var (name, value) in queue["Attributes"]!.AsObject())
            all[name] = (string)value!;
        return all;
    }

    private static AwsError Invalid(string name) =>
        new("InvalidAttributeValue", $"Invalid value for the parameter {name}.") { QueryCode = "InvalidAttributeValue" };

    private static bool IsObject(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
