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
        var config = new StackConfig(
            Variable<Dictionary<string, string>>("PULUMI_CONFIG"),
            Variable<HashSet<string>>("PULUMI_CONFIG_SECRET_KEYS"),
            deployment.ProjectName,
            $"Pulumi.{deployment.StackName}.yaml");
        var standard = TagStandard.Load(Path.Combine(AppContext.BaseDirectory, "tag-standard.yaml"));
        return await FinOpsStack.DeclareAsync(new StackRequest(config, standard, deployment.StackName, new Config("aws").Require("region"), FinOpsStack.PackagePath, TimeProvider.System));
    }
    catch (ProblemException e)
    {
        // A RunException is shown by its message alone: the list is what helps, a stack trace is not.
        throw new RunException(e.Message);
    }
});

// Config has no way to list its keys, and a misspelt key must not pass unseen; these are the variables that Config itself reads.
static T Variable<T>(string name)
    where T : new() =>
    Environment.GetEnvironmentVariable(name) is { Length: > 0 } json ? JsonSerializer.Deserialize<T>(json)! : new T();
