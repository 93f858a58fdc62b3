using System.Collections.Immutable;
using FinOps.Core.Inventory.Fixes;

namespace FinOps.Core.Compliance.Actions;

/// <summary>Resources of one account and region that the same tags mend.</summary>
/// <param name="Region">"global" for what belongs to no region.</param>
/// <param name="Arns">At most <see cref="TagBatch.MostArns"/>.</param>
public sealed record RemedyBatch(string AccountId, string Region, Remedy Remedy, ImmutableArray<string> Arns)
{
    /// <summary>What stands in the commands for a value that a person must choose.</summary>
    public const string Choose = "CHOOSE_ME";

    /// <summary>Lines for a shell with credentials of the account: what writes before what removes.</summary>
    public IReadOnlyList<string> Commands
    {
        get
        {
            var batches = new List<TagBatch>(2);
            if (!Remedy.Set.IsEmpty)
            {
                batches.Add(new TagBatch(AccountId, TagBatches.RegionOf(Region), Arns, Remedy.Set.ToDictionary(tag => tag.Key, tag => tag.Value ?? Choose, StringComparer.Ordinal), []));
            }

            if (!Remedy.Remove.IsEmpty)
            {
                batches.Add(new TagBatch(AccountId, TagBatches.RegionOf(Region), Arns, ImmutableDictionary<string, string>.Empty, Remedy.Remove));
            }

            return [.. batches.Select(batch => $"aws resourcegroupstaggingapi {TagScript.Arguments(batch)}")];
        }
    }
}
