using System.IO.Compression;
using System.Text;
using FinOps.Core.Rollout.Evidence;

namespace FinOps.Core.Tests.Rollout;

/// <summary>Records as CloudTrail writes them.</summary>
internal static class Events
{
    public const string Role = "arn:aws:iam::111111111111:role/deploy";

    public static string Call(string id, string source, string name, string parameters, string account = SmallRollout.Canary, string role = Role, string day = "2026-03-10", string extra = "") => $$"""
        {"eventVersion":"1.09","eventID":"{{id}}","eventTime":"{{day}}T10:00:00Z","eventSource":"{{source}}.amazonaws.com","eventName":"{{name}}","awsRegion":"eu-west-1","recipientAccountId":"{{account}}","eventType":"AwsApiCall",
         "userIdentity":{"type":"AssumedRole","accountId":"{{account}}","arn":"arn:aws:sts::{{account}}:assumed-role/deploy/me","sessionContext":{"sessionIssuer":{"type":"Role","arn":"{{role}}"} } },"requestParameters":{{parameters}}{{extra}} }
        """;

    public static string File(params string[] records) => $$"""{"Records":[{{string.Join(",\n", records)}}]}""";

    public static async Task<(List<CloudTrailEvent> Events, EvidenceReading Reading)> ReadAsync(string text, bool pack = false)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await file.CopyToAsync(zip);
        }

        file.Position = packed.Position = 0;
        var (reader, events) = (new CloudTrailReader(), new List<CloudTrailEvent>());
        await foreach (var each in reader.ReadAsync(pack ? packed : file, pack ? "a.json.gz" : "a.json"))
        {
            events.Add(each);
        }

        return (events, reader.Reading);
    }
}
