namespace FinOps.Core.Inventory;

/// <summary>A resource as it is now, in the account and region in which it was found.</summary>
/// <param name="Region">"global" for what belongs to no region.</param>
/// <param name="Type">As the Resource Groups Tagging API filters it: <c>ec2:instance</c>, <c>s3</c>, <c>dynamodb:table</c>.</param>
/// <param name="Tags">By key, letter case kept; empty for a resource without tags.</param>
public sealed record LiveResource(string Arn, string AccountId, string Region, string Type, IReadOnlyDictionary<string, string> Tags)
{
    public const string Global = "global";

    /// <summary>Places what an account and region listed. The ARN knows better where it names account or region itself.</summary>
    /// <returns>Null for a text that is no ARN.</returns>
    public static LiveResource? Found(string arn, string accountId, string region, IReadOnlyDictionary<string, string> tags)
    {
        if (!ResourceArn.TryParse(arn, out var parts))
            return null;
        // The ARN of a bucket names no region, yet the bucket lives in the one that lists it; distributions, roles and zones live in none.
        var place = parts.Region.Length > 0 ? parts.Region : parts.Service == "s3" ? region : Global;
        return new LiveResource(arn, parts.AccountId is { Length: 12 } owner && owner.All(char.IsAsciiDigit) ? owner : accountId, place, parts.Type, tags);
    }
}
