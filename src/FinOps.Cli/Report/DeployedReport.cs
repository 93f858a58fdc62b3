using Amazon.Lambda;
using Amazon.Lambda.Model;
using FinOps.Cli.Local;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Lambda;
using Pulumi.Rpc.Values;
using Spectre.Console;

namespace FinOps.Cli.Report;

/// <summary>Runs the cost report where the stack has put it, the Lambda, and brings its page home.</summary>
internal sealed class DeployedReport(CliContext context, AwsSession aws, string dataFolder)
{
    /// <summary>The stack output with the ARN of the cost-analyzer function.</summary>
    public const string FunctionOutput = "costAnalyzer";

    /// <exception cref="ProblemException">FIN1005: the function failed, or answers something else than a report.</exception>
    public async Task RunAsync(PropertyMap outputs, CancellationToken cancellationToken)
    {
        var function = outputs.Text(FunctionOutput) ?? throw Failed("stack outputs", FunctionOutput, "no text", "the ARN of the function");
        context.Error.WriteLine($"running {function}");
        var result = await InvokeAsync(function, cancellationToken);
        var files = await DownloadAsync(result.Report, cancellationToken);
        new ReportSummary(context.Output).Write(result, files);
    }

    private async Task<CostAnalyzerResult> InvokeAsync(string function, CancellationToken cancellationToken)
    {
        using var lambda = new AmazonLambdaClient(aws.Credentials, new AmazonLambdaConfig
        {
            ServiceURL = aws.Endpoint!.OriginalString,
            AuthenticationRegion = aws.Region,
            Timeout = TimeSpan.FromMinutes(15),
            // A second invocation would be a second report.
            MaxErrorRetry = 0,
        });
        var response = await lambda.InvokeAsync(new InvokeRequest { FunctionName = function }, cancellationToken);
        using var reader = new StreamReader(response.Payload);
        var payload = await reader.ReadToEndAsync(cancellationToken);
        return response.FunctionError is null
            ? CostAnalyzerResult.Parse(payload)
            : throw Failed(function, response.FunctionError, payload, "a report");
    }

    private async Task<IReadOnlyList<string>> DownloadAsync(IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        using var clients = ReportClients.Create(aws.Connection);
        var folder = Directory.CreateDirectory(Path.Combine(dataFolder, "reports")).FullName;
        var files = new List<string>();
        foreach (var address in addresses.Select(address => new Uri(address)))
        {
            var file = Path.Combine(folder, "cost-" + Path.GetFileName(address.AbsolutePath));
            using var stored = await clients.Storage.GetObjectAsync(address.Host, address.AbsolutePath.TrimStart('/'), cancellationToken);
            await stored.WriteResponseStreamToFileAsync(file, append: false, cancellationToken);
            files.Add(file);
        }

        return files;
    }

    private static ProblemException Failed(string source, string path, string found, string allowed) =>
        new([new Problem("FIN1005", source, path, found, allowed, "The function's log group in CloudWatch Logs has its whole log.")]);
}
