using System.Diagnostics;

namespace Pulumi.Rpc.Tests.Interop;

/// <summary>@grpc/grpc-js beside the test binaries, installed on first use.</summary>
internal static class GrpcJs
{
    private const string Package = "@grpc/grpc-js@1.14.0";

    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Interop");
    private static readonly Lazy<Task<string?>> _problem = new(InstallAsync);

    /// <summary>Skips the test, with the reason, where node or the package cannot be had.</summary>
    public static async Task RequireAsync()
    {
        var problem = await _problem.Value;
        Skip.If(problem is not null, problem);
    }

    public static Process Start(params string[] args) => Process.Start(new ProcessStartInfo("node", [Path.Combine(_folder, "peer.js"), .. args])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static async Task<string?> InstallAsync()
    {
        if (Directory.Exists(Path.Combine(_folder, "node_modules", "@grpc", "grpc-js")))
        {
            return await RunAsync("node", ["--version"]) is null ? null : "node is not installed";
        }

        await File.WriteAllTextAsync(Path.Combine(_folder, "package.json"), """{"private":true}""");
        return await RunAsync("node", ["--version"]) is not null ? "node is not installed"
            : await RunAsync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=0", Package]) is { } failure ? $"npm could not install {Package}: {failure}"
            : null;
    }

    /// <returns>Null when all went well, else what did not.</returns>
    private static async Task<string?> RunAsync(string program, string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, args) { WorkingDirectory = _folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? null : (await error).Trim();
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or OperationCanceledException)
        {
            return e.Message;
        }
    }
}
