namespace Pulumi.Aws;

internal static partial class Utilities
{
    /// <summary>The first of these environment variables that is set and not empty.</summary>
    public static string? FirstSet(params string[] names) =>
        names.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value));

    /// <summary>Asks for this package's provider version unless the caller named another.</summary>
    public static InvokeOptions WithDefaults(InvokeOptions? options) => new()
    {
        Parent = options?.Parent,
        Provider = options?.Provider,
        Version = options?.Version ?? Version,
        PluginDownloadURL = options?.PluginDownloadURL,
    };

    /// <inheritdoc cref="WithDefaults(InvokeOptions?)"/>
    public static InvokeOutputOptions WithDefaults(InvokeOutputOptions options) => new()
    {
        Parent = options.Parent,
        Provider = options.Provider,
        Version = options.Version ?? Version,
        PluginDownloadURL = options.PluginDownloadURL,
        DependsOn = options.DependsOn,
    };
}
