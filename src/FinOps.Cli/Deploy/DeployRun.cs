using System.CommandLine;
using FinOps.Cli.Errors;
using FinOps.Cli.Local;
using FinOps.Cli.Report;
using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Providers.Aws;

namespace FinOps.Cli.Deploy;

/// <summary>One deployment from the command line: open AWS, run the engine, show what happened, run the report.</summary>
internal sealed class DeployRun(CliContext context, DeployOptions options, ParseResult parsed, DeploymentOperation operation, bool report)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var aws = await options.OpenAwsAsync(parsed, context.Time, cancellationToken);
        var result = await DeployAsync(aws, cancellationToken);
        await WriteJsonAsync(result, cancellationToken);
        // With the JSON on standard output, what is meant for people goes to standard error.
        var readers = options.JsonFile(parsed) == "-" ? context with { Output = context.Error } : context;
        new DeploySummary(readers.Output).Write(result);
        if (result.Outcome == DeploymentOutcome.Cancelled)
        {
            return ExitCodes.Interrupted;
        }

        if (result.Outcome != DeploymentOutcome.Succeeded)
        {
            return ExitCodes.Failed;
        }

        if (report && result.Outputs.TryGetValue(DeployedReport.FunctionOutput, out _))
        {
            await new DeployedReport(readers, aws, options.DataFolder(parsed)).RunAsync(result.Outputs, cancellationToken);
        }

        return ExitCodes.Done;
    }

    private async Task<DeploymentResult> DeployAsync(AwsSession aws, CancellationToken cancellationToken)
    {
        var request = options.Request(parsed, operation, await aws.VariablesAsync()) with { KeepProtected = true };
        var provider = new AwsProviderFactory(aws.Endpoint!, aws.Credentials, aws.Region, context.Time);
        await using var progress = DeployProgress.Start(context.Error);
        return await LocalDeployment.RunAsync(request, [provider], progress, context.Time, cancellationToken);
    }

    private async Task WriteJsonAsync(DeploymentResult result, CancellationToken cancellationToken)
    {
        switch (options.JsonFile(parsed))
        {
            case null:
                break;
            case "-":
                context.Output.Profile.Out.Writer.WriteLine(DeploymentJson.Write(result));
                break;
            case var file:
                await File.WriteAllTextAsync(file, DeploymentJson.Write(result), cancellationToken);
                break;
        }
    }
}
