using System.Diagnostics;
using System.Text.Json;

namespace FinOps.Cli.Tests;

/// <summary><c>finops local</c> in the background, and the AWS CLI pointed at it.</summary>
internal sealed class LocalProcess : IAsyncDisposable
{
    private readonly Process _process;

    private LocalProcess(Process process, IReadOnlyDictionary<string, string> variables, string accountId)
    {
        _process = process;
        Variables = variables;
        AccountId = accountId;
    }

    public IReadOnlyDictionary<string, string> Variables { get; }

    public string AccountId { get; }

    public static async Task<LocalProcess> StartAsync(FinOpsProcess finops)
    {
        var process = finops.Start("local", "--port", "0");
        var variables = new Dictionary<string, string>();
        var account = "";
        while (!variables.ContainsKey("AWS_ENDPOINT_URL"))
        {
            var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
            if (line.StartsWith("export ", StringComparison.Ordinal) && line["export ".Length..].Split('=', 2) is [var name, var value])
            {
                variables[name] = value;
            }

            if (line.Split("management account ") is [_, var rest])
            {
                account = rest[..12];
            }
        }

        return new LocalProcess(process, variables, account);
    }

    public async Task<JsonDocument> AwsAsync(params string[] args) => JsonDocument.Parse(await SendAsync(args));

    /// <summary>For commands that answer nothing, too.</summary>
    public async Task<string> SendAsync(params string[] args)
    {
        var start = new ProcessStartInfo("aws", ["--endpoint-url", Variables["AWS_ENDPOINT_URL"], "--output", "json", .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AWS_PAGER"] = "";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        foreach (var (name, value) in Variables.Where(variable => variable.Key != "AWS_ENDPOINT_URL"))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"aws {string.Join(' ', args)}: {await error}");
        return output;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
