namespace Pulumi;

/// <summary>Options of a resource that a provider manages.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? _additionalSecretOutputs;

    /// <summary>Null leaves the order of a replacement to the provider.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Outputs that are secret whatever the provider says.</summary>
    public List<string> AdditionalSecretOutputs
    {
        get => _additionalSecretOutputs ??= [];
        set => _additionalSecretOutputs = value;
    }

    /// <summary>Id of an existing cloud resource to take under management.</summary>
    public string? ImportId { get; set; }

    /// <summary>A new set of options: scalars of <paramref name="options2"/> win where set, lists are concatenated.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        merged.OverlayCustom(options1);
        merged.OverlayCustom(options2);
        return merged;
    }

    internal override ResourceOptions Clone() => Merge(this, null);

    private void OverlayCustom(CustomResourceOptions? other)
    {
        Overlay(other);
        if (other is not null)
        {
            DeleteBeforeReplace = other.DeleteBeforeReplace ?? DeleteBeforeReplace;
            ImportId = other.ImportId ?? ImportId;
            _additionalSecretOutputs = Joined(_additionalSecretOutputs, other._additionalSecretOutputs);
        }
    }
}
