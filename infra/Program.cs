using System.Text.Json;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Infra;
using FinOps.Infra.Settings;
using Pulumi;

return await Deployment.RunAsync(async () =>
{
    try
    {
        var deployment = Deployment.Instance;
        var settings = SettingsLoader.Load(EngineConfig(), deployment.ProjectName, $"Pulumi.{deployment.StackName}.yaml");
        var standard = TagStandard.Load(Path.Combine(AppContext.BaseDirectory, "tag-standard.yaml"));
        return await FinOpsStack.DeclareAsync(settings, standard, new Config("aws").Require("region"), FinOpsStack.PackagePath);
    }
    catch (ProblemException e)
    {
        // A RunException is shown by its message alone: the list is what helps, a stack trace is not.
        throw new RunException(e.Message);
    }
});

// Config has no way to list its keys, and a misspelt key must not pass unseen; this is the variable that Config itself reads.
static Dictionary<string, string> EngineConfig() =>
    Environment.GetEnvironmentVariable("PULUMI_CONFIG") is { Length: > 0 } json
        ? JsonSerializer.Deserialize<Dictionary<string, string>>(json)!
        : [];
