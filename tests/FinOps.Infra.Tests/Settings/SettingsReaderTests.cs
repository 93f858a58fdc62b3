using System.Text.Json;
using FinOps.Infra.Settings;
using FinOps.Infra.Settings.Rules;
using Pulumi;

namespace FinOps.Infra.Tests.Settings;

public sealed class SettingsReaderTests
{
    [Fact]
    public void Read_EveryKindOfValue_GivesIt()
    {
        var (settings, problems) = Read("""
            {"name":"a","share":12.5,"count":3,"on":false,"size":"veryLarge","emails":["a@example.com"],"limits":{"x":1},"inner":{"deep":"d"},"inners":{"one":{"deep":"e"}}}
            """);

        Assert.Empty(problems);
        Assert.Equal(("a", 12.5m, 3, false, Size.VeryLarge), (settings.Name, settings.Share, settings.Count, settings.On, settings.Size));
        Assert.Equal(["a@example.com"], settings.Emails);
        Assert.Equal(1m, settings.Limits["x"]);
        Assert.Equal("d", settings.Inner!.Deep);
        Assert.Equal("e", settings.Inners["one"].Deep);
    }

    [Fact]
    public void Read_AbsentKeys_KeepTheirDefaults()
    {
        var (settings, problems) = Read("""{"name":"a"}""");

        Assert.Empty(problems);
        Assert.Equal((20m, 7, Size.Small), (settings.Share, settings.Count, settings.Size));
        Assert.Null(settings.Inner);
    }

    [Theory]
    [InlineData(AdoptionMode.Observe, false)]
    [InlineData(AdoptionMode.Guard, true)]
    [InlineData(AdoptionMode.Full, true)]
    public void Read_SwitchThatTheConfigDoesNotSet_FollowsTheMode(AdoptionMode mode, bool expected) =>
        Assert.Equal(expected, Read("""{"name":"a"}""", mode).Settings.On);

    [Fact]
    public void Read_EveryKindOfMistake_IsToldWithPathFoundAllowedAndFix()
    {
        var (_, problems) = Read("""
            {"nme":"a","share":"much","count":1.5,"on":"yes","size":"smal","emails":["nobody","b@example.com"],"limits":{"x":0},"inner":{"deeper":"d"},"inners":[]}
            """);

        Assert.Equal(
            [
                "FIN1101 f.yaml: s.nme: found an unknown key; allowed: name, share, count, on, size, emails, limits, inner, inners, secret. Did you mean 'name'?",
                "FIN1101 f.yaml: s.inner.deeper: found an unknown key; allowed: deep. Did you mean 'deep'?",
                "FIN1101 f.yaml: s.name: found nothing; allowed: text. Set it.",
                "FIN1101 f.yaml: s.share: found \"much\"; allowed: a number from 0 to 100 percent. For example 0.",
                "FIN1101 f.yaml: s.count: found 1.5; allowed: a whole number. Change it.",
                "FIN1101 f.yaml: s.on: found \"yes\"; allowed: true or false. Change it.",
                "FIN1101 f.yaml: s.size: found \"smal\"; allowed: small, veryLarge. Did you mean 'small'?",
                "FIN1101 f.yaml: s.emails[0]: found \"nobody\"; allowed: an e-mail address. For example finops@example.com.",
                "FIN1101 f.yaml: s.limits.x: found 0; allowed: an amount in USD above 0. For example 42000.",
                "FIN1101 f.yaml: s.inner.deep: found nothing; allowed: text. Set it.",
                "FIN1101 f.yaml: s.inners: found []; allowed: a map. Write one key a line below it.",
            ],
            problems.OrderBy(line => line.Contains("unknown", StringComparison.Ordinal) ? 0 : 1));
    }

    [Fact]
    public void Read_TooManyItems_SaysHowMany()
    {
        var (_, problems) = Read("""{"name":"a","emails":["a@example.com","b@example.com","c@example.com"]}""");

        Assert.Equal("FIN1101 f.yaml: s.emails: found 3 recipients; allowed: 1 to 2 recipients. Use a group.", Assert.Single(problems));
    }

    [Fact]
    public void Read_KeysThatContradictEachOther_AreToldByTheRecordItself()
    {
        var (_, problems) = Read("""{"name":"all","count":1}""");

        Assert.Contains("s.count", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Section_WithASecretInIt_IsNotRepeatedByProblems()
    {
        var config = new StackConfig(
            new Dictionary<string, string> { ["finops:things"] = """{"name":"a","secret":"hunter2","count":"hunter2"}""" },
            new HashSet<string> { "finops:things" },
            "finops",
            "f.yaml");
        var sink = new ProblemSink();

        var settings = (Things)config.Section("things", typeof(Things), AdoptionMode.Observe, sink.Problems)!;

        Assert.Equal("a secret value", Assert.Single(sink.List).Found);
        Assert.IsType<Output<string>>(settings.Secret);
    }

    [Fact]
    public void Section_AbsentWithKeysThatMustBeSet_IsOff() =>
        Assert.Null(new StackConfig(new Dictionary<string, string>(), new HashSet<string>(), "finops", "f.yaml").Section("things", typeof(Things), AdoptionMode.Full, new ProblemSink().Problems));

    [Theory]
    [InlineData("timeZone", "\"Mars/Olympus\"")]
    [InlineData("schedule", "\"every monday\"")]
    [InlineData("memoryMb", "64")]
    [InlineData("timeoutSeconds", "901")]
    [InlineData("logRetentionDays", "31")]
    [InlineData("from", "\"Finance <finops@example.com>\"")]
    public void Read_ReportingValueOutOfBounds_IsRefused(string key, string value)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(ValidConfig.Create()["finops:reporting"])!;
        json[key] = System.Text.Json.Nodes.JsonNode.Parse(value);
        var sink = new ProblemSink();

        new SettingsReader(AdoptionMode.Observe).Read<Infra.Reporting.ReportingSettings>(JsonSerializer.SerializeToElement(json), sink.Problems);

        Assert.Equal($"finops:section.{key}", Assert.Single(sink.List).Path);
    }

    private static (Things Settings, IReadOnlyList<string> Problems) Read(string json, AdoptionMode mode = AdoptionMode.Observe)
    {
        var list = new List<Core.Problems.Problem>();
        var settings = new SettingsReader(mode).Read<Things>(JsonDocument.Parse(json).RootElement, new SettingsProblems("f.yaml", "s", list));
        return (settings, [.. list.Select(problem => problem.ToString())]);
    }

    public enum Size
    {
        Small,
        VeryLarge,
    }

    public sealed record Things : ICheckedSettings
    {
        public required string Name { get; init; }

        [Between(0, 100, "percent")]
        public decimal Share { get; init; } = 20;

        public int Count { get; init; } = 7;

        [OnFrom(AdoptionMode.Guard)]
        public bool On { get; init; }

        public Size Size { get; init; }

        [Email]
        [Items(1, 2, "recipients", "Use a group.")]
        public IReadOnlyList<string> Emails { get; init; } = [];

        [Usd]
        public IReadOnlyDictionary<string, decimal> Limits { get; init; } = new Dictionary<string, decimal>();

        public Inner? Inner { get; init; }

        public IReadOnlyDictionary<string, Inner> Inners { get; init; } = new Dictionary<string, Inner>();

        public Output<string>? Secret { get; init; }

        public void Check(SettingsProblems problems)
        {
            if (Name == "all" && Count == 1)
            {
                problems.At("count").Add("1", "more than 1", "Count again.");
            }
        }
    }

    public sealed record Inner
    {
        public required string Deep { get; init; }
    }
}
