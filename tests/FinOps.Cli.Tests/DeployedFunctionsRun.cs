using System.Text.Json;

namespace FinOps.Cli.Tests;

/// <summary>Every function of the stack as it was deployed: the AWS CLI invokes it, and a browser opens what it stored.</summary>
internal sealed class DeployedFunctionsRun(FinOpsProcess finops, LocalProcess local)
{
    private static readonly Dictionary<string, string> Payloads = new()
    {
        ["finops-budget-responder"] = """{"Records":[{"EventSource":"aws:sns","Sns":{"MessageId":"m-1","Subject":"AWS Budgets","Message":"a text that no budget writes"}}]}""",
    };

    public async Task<IReadOnlyList<string>> InvokeAllAsync()
    {
        using var listed = await local.AwsAsync("lambda", "list-functions", "--query", "Functions[].FunctionName");
        var functions = listed.RootElement.EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal).ToList();
        foreach (var function in functions)
        {
            await InvokeAsync(function);
        }

        return functions;
    }

    /// <summary>Opens the index and the latest page of each function.</summary>
    /// <returns>The functions whose pages were opened.</returns>
    public async Task<IReadOnlyList<string>> OpenPagesAsync()
    {
        using var buckets = await local.AwsAsync("s3api", "list-buckets", "--query", "Buckets[?contains(Name, 'reports')].Name");
        var bucket = buckets.RootElement[0].GetString()!;
        using var listed = await local.AwsAsync("s3api", "list-objects-v2", "--bucket", bucket, "--prefix", "reports/", "--query", "Contents[].Key");
        var keys = listed.RootElement.EnumerateArray().Select(key => key.GetString()!).Where(key => key.EndsWith("/report.html", StringComparison.Ordinal)).ToList();
        var opened = new List<string>();
        foreach (var (function, key) in keys.GroupBy(key => key.Split('/')[1]).Select(group => (group.Key, group.Last())).Append(("index", "reports/index.html")))
        {
            var file = Path.Combine(finops.Data, $"{function}.html");
            await local.SendAsync("s3", "cp", $"s3://{bucket}/{key}", file);
            var (console, page) = await Browser.OpenAsync(file);
            Assert.True(console.Count == 0, $"{function}: {string.Join('\n', console)}");
            Assert.Contains("<main", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            opened.Add(function);
        }

        return opened;
    }

    private async Task InvokeAsync(string function)
    {
        // From a file: versions 1 and 2 of the AWS CLI disagree on how a payload on the command line is encoded.
        var (payload, answer) = (Path.Combine(finops.Data, "payload.json"), Path.Combine(finops.Data, $"{function}.json"));
        await File.WriteAllTextAsync(payload, Payloads.GetValueOrDefault(function, "{}"));
        using var invoked = await local.AwsAsync("lambda", "invoke", "--function-name", function, "--payload", $"fileb://{payload}", answer);
        var said = await File.ReadAllTextAsync(answer);
        Assert.False(invoked.RootElement.TryGetProperty("FunctionError", out _), $"{function}: {said}");
        using var parsed = JsonDocument.Parse(said);
        Assert.Equal(JsonValueKind.Object, parsed.RootElement.ValueKind);
    }
}
