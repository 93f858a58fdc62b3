namespace Pulumi;

/// <summary>A configured provider of one package.</summary>
public class ProviderResource : CustomResource
{
    internal const string TypePrefix = "pulumi:providers:";

    /// <param name="package">For example <c>aws</c>.</param>
    /// <param name="name">The logical name.</param>
    /// <param name="args">The provider's configuration.</param>
    /// <param name="options">How it is managed.</param>
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base(TypePrefix + package, name, args, options) => Package = package;

    internal string Package { get; }

    /// <summary><c>urn::id</c>, with the sentinel of unknown values while the provider is not created.</summary>
    internal async Task<string> GetReferenceAsync()
    {
        var urn = await Urn.DataTask;
        var id = await Id.DataTask;
        return $"{urn.Value}::{(id.IsKnown ? id.Value : Rpc.Values.PropertyCodec.UnknownText)}";
    }
}
