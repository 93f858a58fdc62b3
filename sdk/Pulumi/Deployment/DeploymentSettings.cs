using System.Globalization;

namespace Pulumi;

/// <summary>What the engine tells a program through its environment.</summary>
internal sealed record DeploymentSettings(string Organization, string Project, string Stack, string RootDirectory, bool IsDryRun, DeploymentConfig Config)
{
    public string Monitor { get; init; } = "";

    public string Engine { get; init; } = "";

    public bool DisableResourceReferences { get; init; }

    public bool AttachDebugger { get; init; }

    /// <exception cref="InvalidOperationException">No engine started this process.</exception>
    public static DeploymentSettings FromEnvironment(Func<string, string?> read)
    {
        var monitor = read("PULUMI_MONITOR");
        var engine = read("PULUMI_ENGINE");
        var project = read("PULUMI_PROJECT");
        var stack = read("PULUMI_STACK");
        if (string.IsNullOrEmpty(monitor) || string.IsNullOrEmpty(engine) || string.IsNullOrEmpty(project) || string.IsNullOrEmpty(stack)
            || !bool.TryParse(read("PULUMI_DRY_RUN"), out var isDryRun)
            || !bool.TryParse(read("PULUMI_QUERY_MODE"), out _)
            || !int.TryParse(read("PULUMI_PARALLEL"), NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
        {
            throw new InvalidOperationException("Program run without the Pulumi engine available; re-run using the `pulumi` CLI");
        }

        var organization = read("PULUMI_ORGANIZATION");
        return new DeploymentSettings(
            string.IsNullOrEmpty(organization) ? "organization" : organization,
            project,
            stack,
            read("PULUMI_ROOT_DIRECTORY") ?? Environment.CurrentDirectory,
            isDryRun,
            DeploymentConfig.FromEnvironment(read))
        {
            Monitor = monitor,
            Engine = engine,
            DisableResourceReferences = IsOn(read("PULUMI_DISABLE_RESOURCE_REFERENCES")),
            AttachDebugger = IsOn(read("PULUMI_ATTACH_DEBUGGER")),
        };
    }

    private static bool IsOn(string? value) => value is not null && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));
}
