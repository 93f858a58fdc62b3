using System.Globalization;
using System.Text.Json;
using FinOps.Core.Organization.Synthetic;

namespace FinOps.Cli.Tests.Rollout;

/// <summary>The commands in this process, against the embedded AWS.</summary>
public sealed class RolloutCommandTests : IDisposable
{
    // The embedded AWS checks when a request was signed, and the SDK signs with the clock of the machine: the days of the tests lie around today.
    private static readonly StoppedClock _clock = new(TimeProvider.System.GetUtcNow());

    private static readonly string _today = Day(0);

    private static readonly string _begun = Day(19);

    private static readonly string _config = $$"""
        config:
          finops:rollout:
            waves:
              # the ones who know
              - { name: canary, targets: [Sandbox], state: reportOnly, since: "{{_begun}}" }
              - { name: workloads, targets: [Workloads], state: planned }
          finops:governance: { breakGlass: ["arn:aws:iam::*:role/break-glass"] }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("finops-rollout-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Plan_WithEvents_ListsWhatTheCanaryWouldDeny()
    {
        var account = Sandbox();
        var (exitCode, output, error) = await RunAsync("plan", "--format", "json", "--events", Events(account, tagged: false));

        Assert.True(exitCode == 0, error);
        using var plan = JsonDocument.Parse(output);
        var canary = plan.RootElement.GetProperty("waves")[0];
        Assert.Equal("reportOnly", canary.GetProperty("state").GetString());
        Assert.All(canary.GetProperty("attachments").EnumerateArray(), attachment => Assert.Equal("TAG_POLICY", attachment.GetProperty("type").GetString()));
        var denial = canary.GetProperty("impact").GetProperty("denials")[0];
        Assert.Equal((account, "s3:CreateBucket", 1), (denial.GetProperty("account").GetString(), denial.GetProperty("action").GetString(), denial.GetProperty("count").GetInt64()));
        Assert.Contains("Team", denial.GetProperty("missing").GetString(), StringComparison.Ordinal);
    }

    /// <summary>The plan itself reads the organization, and those calls are the newest events of the history.</summary>
    [Fact]
    public async Task Plan_WithTheEventHistory_JudgesTheCallsOfTheAccount()
    {
        await RunAsync("plan");
        var (exitCode, output, error) = await RunAsync("plan", "--format", "json", "--event-history");

        Assert.True(exitCode == 0, error);
        using var plan = JsonDocument.Parse(output);
        var evidence = plan.RootElement.GetProperty("evidence");
        Assert.True(evidence.GetProperty("events").GetInt64() > 0, output);
        Assert.Equal(0, evidence.GetProperty("malformedRecords").GetInt64());
    }

    [Theory]
    [InlineData("text", "Wave canary: reportOnly since ")]
    [InlineData("markdown", "## Wave canary: reportOnly since ")]
    public async Task Plan_ForPeople_NamesWavesAndPolicies(string format, string heading)
    {
        var (exitCode, output, error) = await RunAsync("plan", "--format", format);

        Assert.True(exitCode == 0, error);
        Assert.Contains(heading + _begun, output, StringComparison.Ordinal);
        Assert.Contains("finops-tag-Team", output, StringComparison.Ordinal);
        Assert.Contains("nothing", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advance_WithDenials_IsRefusedAndTheFileStays()
    {
        var (exitCode, _, error) = await RunAsync("advance", "canary", "--events", Events(Sandbox(), tagged: false), "--accept", "we know");

        Assert.Equal(1, exitCode);
        Assert.Contains("FIN2094", error, StringComparison.Ordinal);
        Assert.Equal(_config, await File.ReadAllTextAsync(StackFile));
    }

    [Fact]
    public async Task Advance_WithGoodEvidence_AndRollback_ChangeTheWaveAlone()
    {
        var (advanced, output, error) = await RunAsync("advance", "canary", "--events", Events(Sandbox(), tagged: true));

        Assert.True(advanced == 0, error);
        Assert.Contains("canary: reportOnly -> enforcing", output, StringComparison.Ordinal);
        Assert.Equal(_config.Replace($"state: reportOnly, since: \"{_begun}\"", $"state: enforcing, since: \"{_today}\"", StringComparison.Ordinal), await File.ReadAllTextAsync(StackFile));

        var (back, _, failure) = await RunAsync("rollback", "canary", "--to", "reportOnly");

        Assert.True(back == 0, failure);
        Assert.Equal(_config.Replace(_begun, _today, StringComparison.Ordinal), await File.ReadAllTextAsync(StackFile));
    }

    [Theory]
    [InlineData("FIN2095", "advance", "canary")]
    [InlineData("FIN1212", "advance", "canary", "--accept", " ")]
    [InlineData("FIN2091", "rollback", "canari")]
    [InlineData("FIN1211", "plan", "--events", "no-such-folder")]
    [InlineData("FIN1210", "plan", "--stack", "no-such-stack")]
    public async Task Mistakes_AreToldWithTheirId(string id, params string[] args)
    {
        var (exitCode, _, error) = await RunAsync(args);

        Assert.Equal(1, exitCode);
        Assert.Contains(id, error, StringComparison.Ordinal);
    }

    private string StackFile => Path.Combine(_folder, "Pulumi.dev.yaml");

    private static string Sandbox()
    {
        var organization = SyntheticOrganization.Create(new SyntheticOrganizationOptions { AsOf = new DateOnly(2026, 3, 20) });
        var unit = organization.OrganizationalUnits.Single(unit => unit.Name == "Sandbox").Id;
        return organization.Accounts.First(account => account.ParentId == unit).Id;
    }

    private string Events(string account, bool tagged)
    {
        var tags = tagged ? """{"tags":{"Team":"payments","Project":"x","Environment":"dev","CostCenter":"4100","Owner":"payments@example.com"}}""" : "{}";
        var file = Path.Combine(_folder, "events.json");
        File.WriteAllText(file, $$"""
            {"Records":[{"eventID":"e-1","eventTime":"{{Day(10)}}T10:00:00Z","eventSource":"s3.amazonaws.com","eventName":"CreateBucket","awsRegion":"eu-west-1","recipientAccountId":"{{account}}","eventType":"AwsApiCall",
              "userIdentity":{"type":"AssumedRole","accountId":"{{account}}","sessionContext":{"sessionIssuer":{"type":"Role","arn":"arn:aws:iam::{{account}}:role/deploy"} } },"requestParameters":{{tags}} }]}
            """);
        return file;
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        if (!File.Exists(StackFile))
        {
            await File.WriteAllTextAsync(StackFile, _config);
        }

        var (output, error) = (new StringWriter(), new StringWriter());
        var context = new CliContext(TestConsole.Of(output), TestConsole.Of(error), _clock);
        string[] organization = args[0] == "rollback" ? [] : ["--aws", "local", "--data", Path.Combine(_folder, ".finops"), "--months", "1", "--standard", Path.Combine(Clone.Root, "tag-standard.yaml")];
        string[] folder = ["--folder", _folder];
        var parsed = FinOpsCommand.Create(context).Parse(["rollout", .. args, .. folder, .. organization]);
        Assert.Empty(parsed.Errors);
        return (await parsed.InvokeAsync(), output.ToString(), error.ToString());
    }

    private static string Day(int ago) => _clock.GetUtcNow().AddDays(-ago).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
