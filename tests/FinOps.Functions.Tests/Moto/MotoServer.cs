using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Tests.Moto;

/// <summary>An AWS that somebody else wrote, moto's server, where it is installed: what works against the embedded AWS works against it unchanged.</summary>
public sealed partial class MotoServer : IAsyncLifetime, IDisposable
{
    private Process? _process;
    private Uri? _url;

    /// <summary>Skips the test, saying so, where there is no moto.</summary>
    internal AwsConnection Connection()
    {
        Skip.If(_process is null, "moto_server is not installed (pip install moto[server])");
        Assert.True(_url is not null, "moto_server ended before it listened");
        return new AwsConnection(new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret"), _url, AwsConnection.GlobalRegion, Retries: 0);
    }

    /// <summary>What Cost Explorer answers next; moto makes up none.</summary>
    internal async Task AnswerAsync(params object[] results)
    {
        using var http = new HttpClient();
        // With its length told, and with names as AWS spells them.
        using var content = new StringContent(JsonSerializer.Serialize(new { results }), Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(_url!, "/moto-api/static/ce/cost-and-usage-results"), content);
        response.EnsureSuccessStatusCode();
    }

    public async Task InitializeAsync()
    {
        if (Find("moto_server") is not { } program)
            return;
        _process = new Process { StartInfo = new ProcessStartInfo(program, ["-H", "127.0.0.1", "-p", "0"]) { RedirectStandardError = true, RedirectStandardOutput = true } };
        var listening = new TaskCompletionSource<Uri?>(TaskCreationOptions.RunContinuationsAsynchronously);
        // Both are read to their ends: a full pipe would stop the server.
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, said) =>
        {
            if (said.Data is null)
                listening.TrySetResult(null);
            else if (Address().Match(said.Data) is { Success: true } match)
                listening.TrySetResult(new Uri(match.Value));
        };
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _url = await listening.Task;
    }

    public async Task DisposeAsync()
    {
        if (_process is null)
            return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public void Dispose() => _process?.Dispose();

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
