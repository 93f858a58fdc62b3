namespace FinOps.Core.Inventory.Fixes;

/// <summary>One call of the Tagging API: the same tags written to, or the same keys taken from, up to 20 resources of one account and region.</summary>
/// <param name="Tags">What is written; empty for a batch that removes.</param>
/// <param name="Keys">What is removed; empty for a batch that writes.</param>
public sealed record TagBatch(string AccountId, string Region, IReadOnlyList<string> Arns, IReadOnlyDictionary<string, string> Tags, IReadOnlyList<string> Keys)
{
    /// <summary>Resources that one call of TagResources or UntagResources takes (Tagging API reference).</summary>
    public const int MostArns = 20;

    /// <summary>As the AWS CLI calls it.</summary>
    public string Command => Tags.Count > 0 ? "tag-resources" : "untag-resources";
}
