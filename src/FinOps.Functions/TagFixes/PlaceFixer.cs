using Amazon.ResourceGroupsTaggingAPI;
using Amazon.ResourceGroupsTaggingAPI.Model;
using FinOps.Core.Inventory.Fixes;
using FinOps.Functions.Aws;

namespace FinOps.Functions.TagFixes;

/// <summary>
/// Applies the fixes of one account and region, a hundred resources at a time: read what is there, write the new tags, see that they are there,
/// remove the old keys, see that the new ones still are. An old key goes only when the new tag was seen.
/// </summary>
internal sealed class PlaceFixer(IAmazonResourceGroupsTaggingAPI tagging, string target, TimeProvider time)
{
    /// <summary>ARNs that GetResources takes (Tagging API reference).</summary>
    private const int MostRead = 100;

    // AWS may show a tag some seconds after it was written.
    private static readonly TimeSpan[] Waits = [TimeSpan.Zero, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10)];

    public async Task<IReadOnlyList<FixOutcome>> RunAsync(IReadOnlyList<TagFix> fixes, bool apply, CancellationToken cancellationToken)
    {
        var outcomes = new List<FixOutcome>();
        foreach (var chunk in fixes.GroupBy(fix => fix.Arn, StringComparer.Ordinal).Chunk(MostRead))
        {
            try
            {
                outcomes.AddRange(await ChunkAsync([.. chunk.SelectMany(resource => resource)], apply, cancellationToken).ConfigureAwait(false));
            }
            catch (Exception failure) when (AwsFailure.IsAws(failure))
            {
                var why = AwsFailure.Problem("tag:TagResources", target, failure).Problems[0];
                outcomes.AddRange(chunk.SelectMany(resource => resource).Select(fix => new FixOutcome(fix, FixState.Failed, $"{why.Id} {why.Found}")));
            }
        }

        return outcomes;
    }

    private async Task<List<FixOutcome>> ChunkAsync(List<TagFix> fixes, bool apply, CancellationToken cancellationToken)
    {
        var live = await ReadAsync(fixes, cancellationToken).ConfigureAwait(false);
        var byArn = fixes.ToLookup(fix => fix.Arn, StringComparer.Ordinal);
        var outcomes = fixes.Select(fix => LiveTags.Judge(fix, live.GetValueOrDefault(fix.Arn), [.. byArn[fix.Arn]])).ToDictionary(outcome => outcome.Fix);
        var ready = outcomes.Values.Where(outcome => outcome.State == FixState.Ready).Select(outcome => outcome.Fix).ToList();
        if (!apply || ready.Count == 0)
            return [.. outcomes.Values];

        var failed = await WriteAsync(ready.Where(fix => !LiveTags.IsWritten(fix, live.GetValueOrDefault(fix.Arn))), cancellationToken).ConfigureAwait(false);
        var written = ready.Where(fix => !failed.ContainsKey(fix.Arn)).ToList();
        live = await SeeAsync(written, LiveTags.IsWritten, cancellationToken).ConfigureAwait(false);
        // Between the first look and now somebody may have changed the old tag: then it says something that the new one does not.
        var removable = written.Where(fix => fix.MovesKey && LiveTags.IsWritten(fix, live.GetValueOrDefault(fix.Arn)) && live[fix.Arn].TryGetValue(fix.Key, out var old) && old == fix.Value).ToList();
        foreach (var (arn, why) in await RemoveAsync(removable, cancellationToken).ConfigureAwait(false))
            failed.TryAdd(arn, why);
        live = await SeeAsync([.. written.Where(fix => !failed.ContainsKey(fix.Arn))], LiveTags.IsDone, cancellationToken).ConfigureAwait(false);
        foreach (var fix in ready)
        {
            outcomes[fix] = failed.TryGetValue(fix.Arn, out var why) ? new FixOutcome(fix, FixState.Failed, why)
                : LiveTags.IsDone(fix, live.GetValueOrDefault(fix.Arn)) ? new FixOutcome(fix, FixState.Applied)
                : new FixOutcome(fix, FixState.Written, "run the same command again");
        }

        return [.. outcomes.Values];
    }

    /// <returns>By ARN, what AWS said to those that failed.</returns>
    private async Task<Dictionary<string, string>> WriteAsync(IEnumerable<TagFix> fixes, CancellationToken cancellationToken)
    {
        var failed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var batch in TagBatches.Of(fixes).Where(batch => batch.Tags.Count > 0))
        {
            var answer = await tagging.TagResourcesAsync(new TagResourcesRequest { ResourceARNList = [.. batch.Arns], Tags = batch.Tags.ToDictionary(StringComparer.Ordinal) }, cancellationToken).ConfigureAwait(false);
            Note(answer.FailedResourcesMap, failed);
        }

        return failed;
    }

    private async Task<Dictionary<string, string>> RemoveAsync(IEnumerable<TagFix> fixes, CancellationToken cancellationToken)
    {
        var failed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var batch in TagBatches.Of(fixes).Where(batch => batch.Keys.Count > 0))
        {
            var answer = await tagging.UntagResourcesAsync(new UntagResourcesRequest { ResourceARNList = [.. batch.Arns], TagKeys = [.. batch.Keys] }, cancellationToken).ConfigureAwait(false);
            Note(answer.FailedResourcesMap, failed);
        }

        return failed;
    }

    /// <summary>Looks until all is as wished, or it has taken long enough.</summary>
    private async Task<Dictionary<string, IReadOnlyDictionary<string, string>>> SeeAsync(
        IReadOnlyList<TagFix> fixes, Func<TagFix, IReadOnlyDictionary<string, string>?, bool> isAsWished, CancellationToken cancellationToken)
    {
        var live = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var wait in Waits)
        {
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            live = await ReadAsync(fixes, cancellationToken).ConfigureAwait(false);
            if (fixes.All(fix => isAsWished(fix, live.GetValueOrDefault(fix.Arn))))
                break;
        }

        return live;
    }

    private async Task<Dictionary<string, IReadOnlyDictionary<string, string>>> ReadAsync(IReadOnlyList<TagFix> fixes, CancellationToken cancellationToken)
    {
        var live = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        if (fixes.Count == 0)
            return live;
        // A list of ARNs is answered without pages.
        var answer = await tagging.GetResourcesAsync(new GetResourcesRequest { ResourceARNList = [.. fixes.Select(fix => fix.Arn).Distinct(StringComparer.Ordinal)] }, cancellationToken).ConfigureAwait(false);
        foreach (var resource in answer.ResourceTagMappingList ?? [])
        {
            var tags = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var tag in resource.Tags ?? [])
                tags[tag.Key!] = tag.Value ?? "";
            live[resource.ResourceARN!] = tags;
        }

        return live;
    }

    private static void Note(Dictionary<string, FailureInfo>? answered, Dictionary<string, string> failed)
    {
        foreach (var (arn, info) in answered ?? [])
            failed[arn] = $"{info.ErrorCode?.Value ?? "refused"}: {info.ErrorMessage}";
    }
}
