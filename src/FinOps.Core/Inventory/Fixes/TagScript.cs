using System.Text;
using System.Text.Json.Nodes;

namespace FinOps.Core.Inventory.Fixes;

/// <summary>
/// Batches for the AWS CLI. Whatever tags say, no shell and no parameter syntax can take it for anything else: each list and map is one
/// argument of JSON, in which all but printable ASCII, and the quote, are escaped, between single quotes.
/// </summary>
public static class TagScript
{
    /// <summary>The arguments of <c>aws resourcegroupstaggingapi</c> for one batch, quoted for a POSIX shell.</summary>
    public static string Arguments(TagBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var what = batch.Tags.Count > 0 ? $"--tags {Quote(Map(batch.Tags))}" : $"--tag-keys {Quote(List(batch.Keys))}";
        return $"{batch.Command} --region {Quote(batch.Region)} --resource-arn-list {Quote(List(batch.Arns))} {what}";
    }

    /// <summary>What <c>--cli-input-json</c> takes.</summary>
    public static string Input(TagBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var input = new JsonObject { ["ResourceARNList"] = List(batch.Arns) };
        if (batch.Tags.Count > 0)
            input["Tags"] = Map(batch.Tags);
        else
            input["TagKeys"] = List(batch.Keys);
        return input.ToJsonString(new() { WriteIndented = true }) + "\n";
    }

    /// <summary>
    /// A script for one account. It stops when it runs with the credentials of another account, and at the first call in which a resource
    /// failed, so that no old key goes whose new one was not written.
    /// </summary>
    /// <param name="batches">Of one account, in the order of <see cref="TagBatches.Of"/>.</param>
    public static string Of(string accountId, IEnumerable<TagBatch> batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        var script = new StringBuilder($$"""
            #!/bin/sh
            # Writes tags as proposed, in account {{Comment(accountId)}}. Run it with credentials of that account.
            # It does not look at tags that changed since the inventory; finops run tag-fixes does.
            set -eu
            [ "$(aws sts get-caller-identity --query Account --output text)" = {{Quote(accountId)}} ] || { echo 'these are not the credentials of the account' >&2; exit 1; }
            call() {
              failed=$(aws resourcegroupstaggingapi "$@" --query 'keys(FailedResourcesMap || `{}`)' --output text)
              [ -z "$failed" ] || { echo "failed: $failed" >&2; exit 1; }
            }

            """);
        foreach (var batch in batches)
            script.Append("call ").Append(Arguments(batch)).Append('\n');
        return script.Replace("\r\n", "\n").ToString();
    }

    private static string Quote(JsonNode json) => Quote(json.ToJsonString());

    /// <summary>One argument for a POSIX shell.</summary>
    private static string Quote(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static string Comment(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    internal static JsonArray List(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    internal static JsonObject Map(IEnumerable<KeyValuePair<string, string>> tags) => new(tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value)));
}
