using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>What a handler works from. Every map is plain: secrets are unwrapped, nothing is unknown.</summary>
/// <param name="Token">The resource type.</param>
/// <param name="Name">The logical name.</param>
/// <param name="Id">Empty for a create.</param>
/// <param name="Inputs">The wanted state; for a delete, the last one.</param>
/// <param name="OldInputs">Empty for a create.</param>
/// <param name="OldOutputs">Empty for a create.</param>
/// <param name="Tags">Own tags over the provider's default tags.</param>
/// <param name="OldTags">The tags as they were applied last.</param>
/// <param name="Region">The resource's own region, or the provider's.</param>
internal sealed record ResourceCall(
    string Token,
    string Name,
    string Id,
    PropertyMap Inputs,
    PropertyMap OldInputs,
    PropertyMap OldOutputs,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyDictionary<string, string> OldTags,
    string Region)
{
    public IReadOnlyList<KeyValuePair<string, string>> TagsToSet =>
        [.. Tags.Where(tag => OldTags.GetValueOrDefault(tag.Key) != tag.Value).OrderBy(tag => tag.Key, StringComparer.Ordinal)];

    public IReadOnlyList<string> TagsToRemove => [.. OldTags.Keys.Except(Tags.Keys).Order(StringComparer.Ordinal)];

    /// <summary>Whether any of these inputs differs from before.</summary>
    public bool Changed(params ReadOnlySpan<string> properties)
    {
        foreach (var property in properties)
            if (!Equals(Inputs.Find(property) ?? PropertyValue.Null, OldInputs.Find(property) ?? PropertyValue.Null))
                return true;
        return false;
    }
}
