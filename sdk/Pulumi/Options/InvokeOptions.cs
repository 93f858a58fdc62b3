namespace Pulumi;

/// <summary>Options of a function call.</summary>
public class InvokeOptions
{
    /// <summary>Whose provider is used when <see cref="Provider"/> is null.</summary>
    public Resource? Parent { get; set; }

    public ProviderResource? Provider { get; set; }

    /// <summary>Semver of the provider package, without a <c>v</c>.</summary>
    public string? Version { get; set; }

    public string? PluginDownloadURL { get; set; }
}
