using System.Diagnostics;

namespace FinOps.Cli.Tests;

/// <summary>A browser without a window, where the machine has one.</summary>
internal static class Browser
{
    private static readonly string? _program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public static bool IsPresent => _program is not null;

    /// <summary>Opens a page from a file.</summary>
    /// <returns>What the page left on the console, and the page as the browser understood it.</returns>
    public static async Task<(IReadOnlyList<string> Console, string Page)> OpenAsync(string file)
    {
        using var profile = new TemporaryFolder();
        using var process = Process.Start(new ProcessStartInfo(_program!,
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--v=0", $"--user-data-dir={profile.Path}", "--dump-dom", new Uri(file).AbsoluteUri,
        ]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var log = process.StandardError.ReadToEndAsync();
        var page = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await log);
        return ([.. (await log).Split('\n').Where(line => line.Contains("CONSOLE", StringComparison.Ordinal))], page);
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("finops-browser-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
