using FinOps.LocalEngine.Providers.Aws.Schema;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws;

/// <summary>A resource's outputs: its inputs as they came (secrets stay secret), what was computed, all its tags and its region.</summary>
internal static class ResourceOutputs
{
    /// <summary>Outputs that every update may change.</summary>
    private static readonly HashSet<string> _volatile = new(StringComparer.Ordinal)
    {
        "codeSha256", "etag", "lastModificationDate", "lastModified", "qualifiedArn", "qualifiedInvokeArn", "sourceCodeHash", "sourceCodeSize", "version", "versionId",
    };

    public static PropertyMap Of(ResourceType type, PropertyMap inputs, PropertyMap computed, IReadOnlyDictionary<string, string>? tags, string region)
    {
        var outputs = PropertyMap.Create(computed.Where(output => output.Value is not NullValue))
            .SetAll(inputs.Where(input => type.Outputs.Contains(input.Key) && input.Value is not NullValue));
        if (type.HasTagMap && tags is not null)
            outputs = outputs.Set("tagsAll", tags.ToProperties());
        else if (type.HasTagMap)
            outputs = outputs.Set("tagsAll", PropertyValue.Unknown);
        if (type.Outputs.Contains("region") && !outputs.ContainsKey("region"))
            outputs = outputs.Set("region", region);
        foreach (var name in type.SecretOutputs)
            if (outputs.Find(name) is { } value and not SecretValue && !value.ContainsUnknown())
                outputs = outputs.Set(name, new SecretValue(value));
        return outputs;
    }

    /// <summary>Of the last outputs, those that an update in place leaves alone.</summary>
    public static PropertyMap Stable(ResourceType type, PropertyMap oldInputs, PropertyMap oldOutputs) => PropertyMap.Create(oldOutputs.Where(output =>
        type.Outputs.Contains(output.Key) && !oldInputs.ContainsKey(output.Key) && !_volatile.Contains(output.Key) && output.Key != "tagsAll"));
}
