using System.Diagnostics;
using FinOps.LocalAws;

namespace FinOps.Functions.Tests.LocalAws;

/// <summary>The unmodified AWS CLI against an embedded AWS: somebody else's reading of the same bill.</summary>
internal static class AwsCommand
{
    public static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "aws")));

    public static async Task<string> RunAsync(LocalAwsServer server, params string[] arguments)
    {
        var start = new ProcessStartInfo("aws", ["--endpoint-url", server.Url.OriginalString, "--region", "us-east-1", "--output", "json", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = server.CredentialsFile;
        start.Environment["AWS_PAGER"] = "";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment.Remove("AWS_ACCESS_KEY_ID");
        start.Environment.Remove("AWS_SECRET_ACCESS_KEY");
        start.Environment.Remove("AWS_SESSION_TOKEN");
        start.Environment.Remove("AWS_PROFILE");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return await output;
    }
}
