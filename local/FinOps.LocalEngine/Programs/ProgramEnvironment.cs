using System.Globalization;
using System.Text.Json;

namespace FinOps.LocalEngine.Programs;

/// <summary>The environment by which an SDK finds the engine and its config.</summary>
internal static class ProgramEnvironment
{
    public static Dictionary<string, string> Of(ProgramStart start, EngineAddresses addresses)
    {
        var variables = new Dictionary<string, string>(start.Environment, StringComparer.Ordinal)
        {
            ["PULUMI_MONITOR"] = addresses.Monitor,
            ["PULUMI_ENGINE"] = addresses.Engine,
            ["PULUMI_ORGANIZATION"] = start.Organization,
            ["PULUMI_PROJECT"] = start.Project.Name,
            ["PULUMI_STACK"] = start.Stack,
            ["PULUMI_ROOT_DIRECTORY"] = start.Project.RootDirectory,
            ["PULUMI_PWD"] = start.Project.ProgramDirectory,
            ["PULUMI_DRY_RUN"] = start.DryRun ? "true" : "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = start.Parallel.ToString(CultureInfo.InvariantCulture),
        };
        AddConfig(variables, start.Config);
        return variables;
    }

    public static void AddConfig(Dictionary<string, string> variables, Projects.StackConfig config)
    {
        variables["PULUMI_CONFIG"] = config.Values.IsEmpty ? "" : JsonSerializer.Serialize(config.Values);
        variables["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize(config.SecretKeys);
    }
}
