namespace Pulumi.Tests;

/// <summary>Programs that the exit code tests run as processes of their own. Like many programs, they forget the result of RunAsync.</summary>
internal static class Program
{
    public static Task Main(string[] args) => args switch
    {
        ["stack"] => Pulumi.Deployment.RunAsync<WarehouseStack>(),
        ["function"] => Pulumi.Deployment.RunAsync(() => new Dictionary<string, object?> { ["label"] = new Box("one", new BoxArgs { Label = "l" }).Label }),
        ["throws"] => Pulumi.Deployment.RunAsync(Throw),
        ["crashes"] => Pulumi.Deployment.RunAsync(() => _ = Output.Create(0).Apply(zero => 1 / zero)),
        ["logs-error"] => Pulumi.Deployment.RunAsync(() => Log.Error("only logged")),
        ["reads-config"] => Pulumi.Deployment.RunAsync(() => Log.Info(new Config().Require("color"))),
        _ => throw new ArgumentException("no such program"),
    };

    private static void Throw() => throw new RunException("the program gave up");
}
