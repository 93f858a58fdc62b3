namespace FinOps.LocalEngine.Projects;

/// <summary>Config keys read <c>namespace:name</c>; without a namespace they belong to the project.</summary>
internal static class ConfigKey
{
    public static string Normalize(string key, string project)
    {
        var parts = key.Split(':');
        return parts switch
        {
            [var name] => $"{project}:{name}",
            // The spelling of the first Pulumi versions.
            [var ns, "config", var name] => $"{ns}:{name}",
            _ => key,
        };
    }
}
