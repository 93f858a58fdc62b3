namespace Pulumi;

/// <summary>A resource that a provider creates, reads, updates and deletes.</summary>
public class CustomResource : Resource
{
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, custom: true, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions())
    {
    }

    private protected CustomResource(string urn)
        : base(urn)
    {
    }

    /// <summary>The provider's own id; unknown in the preview of a creation.</summary>
    [Output("id")]
    public Output<string> Id => IdSource.Output;

    internal Serialization.OutputCompletion<string> IdSource { get; } = new();
}
