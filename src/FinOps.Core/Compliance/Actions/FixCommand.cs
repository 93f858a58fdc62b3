using System.Text.Encodings.Web;
using System.Text.Json;

namespace FinOps.Core.Compliance.Actions;

/// <summary>Calls of the AWS CLI that mend a batch. Whoever may tag a resource writes into them, so every word is quoted and nothing odd is let in.</summary>
internal static class FixCommand
{
    /// <summary>What stands for a value that a person must choose.</summary>
    public const string Choose = "CHOOSE_ME";

    // Resources without a region are tagged here.
    private const string HomeRegion = "us-east-1";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Default };

    public static IReadOnlyList<string> Of(FixBatch batch)
    {
        var fix = batch.Fix;
        if (fix.IsEmpty || !batch.Arns.All(arn => arn.StartsWith("arn:", StringComparison.Ordinal) && IsOrdinary(arn)) || !IsOrdinary(batch.Region)
            || !fix.Set.All(tag => IsOrdinary(tag.Key) && IsOrdinary(tag.Value ?? "")) || !fix.Remove.All(IsOrdinary))
        {
            return [];
        }

        var region = batch.Region is "global" or "" ? HomeRegion : batch.Region;
        var target = $"--region {Quote(region)} --resource-arn-list {string.Join(' ', batch.Arns.Select(Quote))}";
        var lines = new List<string>(2);
        if (!fix.Set.IsEmpty)
        {
            var tags = JsonSerializer.Serialize(fix.Set.ToDictionary(tag => tag.Key, tag => tag.Value ?? Choose), Plain);
            lines.Add($"aws resourcegroupstaggingapi tag-resources {target} --tags {Quote(tags)}");
        }

        if (!fix.Remove.IsEmpty)
        {
            lines.Add($"aws resourcegroupstaggingapi untag-resources {target} --tag-keys {Quote(JsonSerializer.Serialize(fix.Remove, Plain))}");
        }

        return lines;
    }

    /// <summary>Letters, digits, spaces and the signs that AWS takes in tags and ARNs use: no control or direction character of any script.</summary>
    private static bool IsOrdinary(string text) => text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '_' or '.' or ':' or '/' or '=' or '+' or '-' or '@' or '*' or '$' or '[' or ']');

    private static string Quote(string word) => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
