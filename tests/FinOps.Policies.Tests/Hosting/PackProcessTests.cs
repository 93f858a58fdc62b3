using System.Diagnostics;
using System.Globalization;
using FinOps.Policies.Tagging;
using FinOps.Policies.Tests.Testing;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Tests.Hosting;

/// <summary>The pack as engines start it.</summary>
public sealed class PackProcessTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Pack_StartedFromAnotherFolder_JudgesAndEndsOnCancel()
    {
        using var process = Start();
        var port = int.Parse((await process.StandardOutput.ReadLineAsync().WaitAsync(Limit))!, NumberStyles.None, CultureInfo.InvariantCulture);
        using var channel = new RpcChannel($"127.0.0.1:{port}");

        var answer = await channel.CallAsync(RpcMethods.Analyzer.Analyze, PackClient.Request("aws:s3/bucket:Bucket", PropertyMap.Empty));
        await channel.CallAsync(RpcMethods.Analyzer.Cancel, new Empty());

        Assert.Contains(answer.Diagnostics, diagnostic => diagnostic.PolicyName == "TAG001-required-tag-missing");
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync().WaitAsync(Limit));
        await process.WaitForExitAsync().WaitAsync(Limit);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task Pack_MalformedStandard_DoesNotStartAndListsEveryMistake()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "malformed-standard.yaml");
        await File.WriteAllTextAsync(path, "version: 2\nkeyz: 1");
        using var process = Start((StandardSource.Variable, path));

        var said = await process.StandardError.ReadToEndAsync().WaitAsync(Limit);

        Assert.Equal("", await process.StandardOutput.ReadToEndAsync().WaitAsync(Limit));
        await process.WaitForExitAsync().WaitAsync(Limit);
        Assert.Equal(1, process.ExitCode);
        Assert.All(["have 3 mistake(s)", "FIN2004", "1:10 version", "FIN2002", "2:1 keyz", "FIN2005"], part => Assert.Contains(part, said, StringComparison.Ordinal));
    }

    /// <summary>Standard, waivers and baseline all bad at once: nobody should have to mend one to hear of the next.</summary>
    [Fact]
    public async Task Pack_EveryFileMalformed_DoesNotStartAndListsTheMistakesOfAll()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "malformed-files")).FullName;
        var standard = Path.Combine(folder, "tag-standard.yaml");
        await File.WriteAllTextAsync(standard, "version: 1\nkeys: { Team: { requird: true } }");
        await File.WriteAllTextAsync(Path.Combine(folder, "waivers.yaml"), """
            version: 1
            waivers:
              - { rule: COST02, stack: shop/dev, owner: o, reason: r, ticket: t, since: 2026-01-01, expires: 2026-02-01 }
              - { rule: TAG001, owner: o, reason: r, since: 2026-01-01, expires: 2027-01-01 }
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "policy-baseline.json"), """{"version":1,"entries":[{"rule":"TAG01","urn":"logs","finding":"x","since":"yesterday"},{"rule":"TAG01","urn":"urn:pulumi:a::b::c::d","finding":"x","since":"2026-01-01"}]}""");
        using var process = Start((StandardSource.Variable, standard));

        var said = await process.StandardError.ReadToEndAsync().WaitAsync(Limit);

        Assert.Equal("", await process.StandardOutput.ReadToEndAsync().WaitAsync(Limit));
        await process.WaitForExitAsync().WaitAsync(Limit);
        Assert.Equal(1, process.ExitCode);
        Assert.All(
            [
                "have 7 mistake(s)", "keys.Team.requird", "Did you mean 'required'?", "3:1 rule: found 'COST02'", "Did you mean 'COST002'?", "waivers[1].ticket", "a waiver without a scope",
                "entries[0].urn", "entries[0].since", "rule 'TAG01'", "Did you mean 'TAG001'?",
            ],
            part => Assert.Contains(part, said, StringComparison.Ordinal));
    }

    [Fact]
    public void PackFolder_CanBeBuiltByTheCli()
    {
        var folder = Repository.At("policies");

        Assert.Single(Directory.EnumerateFiles(folder, "*.*proj").Concat(Directory.EnumerateFiles(folder, "*.sln*")));
        Assert.False(File.Exists(Path.Combine(folder, "Properties", "launchSettings.json")), "dotnet run prints a line about it before the port");
        Assert.Contains("runtime: dotnet", File.ReadAllText(Path.Combine(folder, "PulumiPolicy.yaml")), StringComparison.Ordinal);
    }

    /// <summary>The folder that "dotnet publish" makes is moved, built and run the way engines do, without network and without its sources.</summary>
    [Fact]
    public async Task PublishedPack_IsAFolderThatRunsByItself()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "published-pack");
        Directory.CreateDirectory(folder);
        var built = Path.GetDirectoryName(typeof(FinOpsPack).Assembly.Location)!;
        foreach (var name in new[] { "FinOps.Policies", "FinOps.Core", "Pulumi.Policy", "Pulumi.Rpc", "Google.Protobuf", "YamlDotNet" })
        {
            File.Copy(Path.Combine(built, $"{name}.dll"), Path.Combine(folder, $"{name}.dll"), overwrite: true);
        }

        var runtime = Repository.At("policies", "bin", new DirectoryInfo(built).Parent!.Name, "net10.0", "FinOps.Policies.runtimeconfig.json");
        File.Copy(runtime, Path.Combine(folder, "FinOps.Policies.runtimeconfig.json"), overwrite: true);
        File.Copy(Repository.At("policies", "Published", "prebuilt-project.xml"), Path.Combine(folder, "FinOps.Policies.csproj"), overwrite: true);

        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", folder]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() })!;
        await build.StandardOutput.ReadToEndAsync().WaitAsync(Limit);
        await build.WaitForExitAsync().WaitAsync(Limit);
        Assert.Equal(0, build.ExitCode);

        using var pack = Process.Start(new ProcessStartInfo("dotnet", ["run", "--no-build", "--project", folder, "--", "127.0.0.1:9"])
        {
            RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath(),
        })!;
        var port = int.Parse((await pack.StandardOutput.ReadLineAsync().WaitAsync(Limit))!, NumberStyles.None, CultureInfo.InvariantCulture);
        using var channel = new RpcChannel($"127.0.0.1:{port}");
        var info = await channel.CallAsync(RpcMethods.Analyzer.GetAnalyzerInfo, new Empty());
        await channel.CallAsync(RpcMethods.Analyzer.Cancel, new Empty());
        await pack.WaitForExitAsync().WaitAsync(Limit);

        Assert.Equal("finops-policies", info.Name);
    }

    private static Process Start(params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(FinOpsPack).Assembly.Location, "127.0.0.1:9"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
