using System.Diagnostics;
using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Tests.Support;

/// <summary>The unmodified AWS CLI, where it is installed.</summary>
internal static class AwsCli
{
    private static readonly Lazy<bool> Present = new(() => Find() is not null);

    /// <summary>Runs the CLI with the endpoint's key and answers what it printed; skips the test where there is no CLI.</summary>
    public static async Task<CliResult> RunAsync(LocalAwsServer server, params string[] arguments)
    {
        Skip.IfNot(Present.Value, "the aws CLI is not installed");
        var start = new ProcessStartInfo(Find()!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["--endpoint-url", server.Url.OriginalString, "--region", "us-east-1", "--output", "json", .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = server.CredentialsFile;
        // Version 2 reads payloads as base64 unless told so; version 1 ignores the setting.
        var config = Path.Combine(Path.GetDirectoryName(server.CredentialsFile)!, "cli-config");
        await File.WriteAllTextAsync(config, "[default]\ncli_binary_format = raw-in-base64-out\n");
        start.Environment["AWS_CONFIG_FILE"] = config;
        start.Environment["AWS_PAGER"] = "";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        foreach (var name in (string[])["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE"])
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new CliResult(process.ExitCode, await output, await error);
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "aws")).FirstOrDefault(File.Exists);

    internal sealed record CliResult(int ExitCode, string Output, string Error)
    {
        /// <summary>The printed JSON; fails with what the CLI said when it did not succeed.</summary>
        public JsonNode Json
        {
            get
            {
                Assert.True(ExitCode == 0, $"aws ended with {ExitCode}: {Error}");
                return JsonNode.Parse(Output)!;
            }
        }
    }
}
