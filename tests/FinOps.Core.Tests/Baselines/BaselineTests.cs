using FinOps.Core.Baselines;
using FinOps.Core.Problems;

namespace FinOps.Core.Tests.Baselines;

public sealed class BaselineTests
{
    private const string Logs = "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs";
    private const string Jobs = "urn:pulumi:dev::shop::aws:sqs/queue:Queue::jobs";
    private const string Elsewhere = "urn:pulumi:prod::shop::aws:s3/bucket:Bucket::logs";

    private static readonly DateOnly Then = new(2026, 3, 1);
    private static readonly DateOnly Today = new(2026, 5, 1);

    [Fact]
    public void ToJson_AnyOrder_IsSortedAndReadsBack()
    {
        var baseline = new Baseline("b.json", [new("TAG001", Jobs, "missing Team", Then), new("TAG002", Logs, "Team = x", Then, "moved here"), new("TAG001", Logs, "missing Team", Then), new("TAG001", Logs, "missing Owner", Then), new("TAG002", Logs, "größe = x", Then)]);

        var json = baseline.ToJson();

        Assert.StartsWith("""
            {
              "version": 1,
              "entries": [
                {
                  "rule": "TAG001",
                  "urn": "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs",
                  "finding": "missing Owner",
                  "since": "2026-03-01"
                },
            """, json, StringComparison.Ordinal);
        Assert.EndsWith("}\n", json, StringComparison.Ordinal);
        Assert.Contains("\"größe = x\"", json, StringComparison.Ordinal);
        Assert.Equal(["missing Owner", "missing Team", "Team = x", "größe = x", "missing Team"], baseline.Entries.Select(entry => entry.Finding));
        var problems = new List<Problem>();
        Assert.Equal(baseline.Entries.AsEnumerable(), Baseline.Read(json, "b.json", problems).Entries);
        Assert.Empty(problems);
    }

    [Fact]
    public void Read_ManyMistakes_ListsAllWithTheirPlace()
    {
        var problems = new List<Problem>();

        var baseline = Baseline.Read("""
            { "version": 2, "entrys": 1, "entries": [
              { "rule": "TAG001", "urn": "urn:pulumi:a::b::c::d", "finding": "x", "since": "2026-02-30" },
              { "rule": "", "urn": "logs", "since": 5, "finding": "x", "line": 3 },
              7,
              { "rule": "TAG001", "urn": "urn:pulumi:a::b::c::d", "finding": "x", "since": "2026-02-01", "reason": null },
              { "rule": "TAG001", "urn": "urn:pulumi:a::b::c::d", "finding": "x", "since": "2026-02-02", "since": "2026-02-02" } ] }
            """, "b.json", problems);

        Assert.Equal(
            ["entrys", "version", "entries[0].since", "entries[1].line", "entries[1].rule", "entries[1].urn", "entries[1].since", "entries[2]", "entries[3].reason", "entries[4].since", "entries[4]"],
            problems.Select(problem => problem.Path));
        Assert.All(problems, problem => Assert.Equal("FIN2020", problem.Id));
        Assert.Equal("Did you mean 'entries'?", problems[0].Fix);
        Assert.Equal(new DateOnly(2026, 2, 1), Assert.Single(baseline.Entries).Since);
    }

    [Theory]
    [InlineData("", "1:1")]
    [InlineData("[]", "file")]
    [InlineData("""{"entries":[]}""", "version")]
    [InlineData("""{"version":1}""", "entries")]
    [InlineData("""{"version":"1","entries":[]}""", "version")]
    [InlineData("""{"version":1,"entries":{}}""", "entries")]
    [InlineData("""{"version":1,"entries":[{"rule":"TAG001","urn":"URN:PULUMI:a::b::c::d","finding":"x","since":"2026-01-01"}]}""", "entries[0].urn")]
    [InlineData("""{"version":1,"entries":[{"rule":"TAG001","urn":"urn:pulumi:a::b::c::d","finding":" ","since":"2026-01-01"}]}""", "entries[0].finding")]
    [InlineData("""{"version":1,"entries":[{"rule":"TAG001","urn":"urn:pulumi:a::b::c::d","finding":"x","since":"01/31/2026"}]}""", "entries[0].since")]
    public void Read_WrongForm_IsOneMistake(string json, string path)
    {
        var problems = new List<Problem>();

        Baseline.Read(json, "b.json", problems);

        Assert.Equal(path, Assert.Single(problems).Path);
    }

    [Fact]
    public void Load_NoFile_IsEmpty() => Assert.Empty(Baseline.Load(Path.Combine(AppContext.BaseDirectory, "no-such-baseline.json")).Entries);

    [Fact]
    public void Load_FileThatIsNoText_Throws()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "no-text-baseline.json");
        File.WriteAllBytes(path, [.. "{\"version\":1,\"entries\":[],\""u8, 0xFF, .. "\":1}"u8]);

        Assert.Equal("FIN2009", Assert.Single(Assert.Throws<ProblemException>(() => Baseline.Load(path)).Problems).Id);
    }

    [Fact]
    public void Load_MalformedFile_Throws()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "malformed-baseline.json");
        File.WriteAllText(path, "{}");

        Assert.Equal(["version", "entries"], Assert.Throws<ProblemException>(() => Baseline.Load(path)).Problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Diff_TellsNewKnownStaleAndOtherStacksApart()
    {
        var baseline = new Baseline("b.json", [new("TAG001", Logs, "missing Team", Then), new("TAG001", Jobs, "missing Team", Then), new("COST002", Jobs, "type is gp2", Then), new("TAG001", Elsewhere, "missing Team", Then)]);
        KnownFinding[] today = [new("TAG001", Logs, "missing Team"), new("TAG001", Logs, "missing Owner")];

        var diff = BaselineDiff.Of(baseline, "shop", "dev", today, (rule, urn) => rule == "COST002" && urn == Jobs);

        Assert.Equal(["missing Owner"], diff.New.Select(finding => finding.Finding));
        Assert.Equal([("TAG001", Logs), ("COST002", Jobs)], diff.Known.Select(entry => (entry.Rule, entry.Urn)));
        Assert.Equal([Jobs], diff.Stale.Select(entry => entry.Urn));
        Assert.Equal([Elsewhere], diff.Elsewhere.Select(entry => entry.Urn));
        Assert.Equal(baseline.Entries.AsEnumerable(), diff.Apply("b.json", Today, accept: null, takeNew: false, prune: false).Entries);
        Assert.Equal(3, diff.Apply("b.json", Today, accept: null, takeNew: false, prune: true).Entries.Length);
        var grown = diff.Apply("b.json", Today, "moved here", takeNew: true, prune: true);
        Assert.Equal((Today, "moved here"), (grown.Find(new("TAG001", Logs, "missing Owner"))!.Since, grown.Find(new("TAG001", Logs, "missing Owner"))!.Reason));
        Assert.Equal(Then, grown.Find(new("TAG001", Logs, "missing Team"))!.Since);
    }

    [Fact]
    public void Mark_OfAMessage_IsReadBack()
    {
        var message = "first line\n" + FindingMark.Write("TAG002", [FindingMark.Part("Team = a (b)"), FindingMark.Part("Owner = x;\ny")], "docs/rules/TAG002.md");

        var (rule, findings) = FindingMark.Read(message)!.Value;

        Assert.Equal("TAG002", rule);
        Assert.Equal(["Team = a (b)", "Owner = x__y"], findings.AsEnumerable());
        Assert.Equal(200, FindingMark.Part(new string('x', 300)).Length);
    }

    [Theory]
    [InlineData("Known since 2026-03-01, so it advises; what comes new is not let through.", true, 0)]
    [InlineData("Known since 2026-03-01.", false, 0)]
    [InlineData("No team, so it advises; what comes new is not let through.", false, 0)]
    [InlineData("Known since 2026-03-01, so it advises; what comes new is not let through.\nRecorded as urn:pulumi:a::b::c::d.", true, 1)]
    [InlineData("Known since 2026-03-01, so it advises; what comes new is not let through.\nRecorded as a team.", false, 0)]
    public void Note_OfAMessage_IsReadBack(string lines, bool known, int former)
    {
        var (isKnown, formerUrns) = KnownNote.Read($"first line\n{lines}\n{FindingMark.Write("TAG001", ["missing Team"], "docs/rules/TAG001.md")}");

        Assert.Equal((known, former), (isKnown, formerUrns.Length));
    }

    [Theory]
    [InlineData("urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs", true)]
    [InlineData("urn:pulumi:dev::shop2::aws:s3/bucket:Bucket::logs", false)]
    [InlineData("urn:pulumi:Dev::shop::aws:s3/bucket:Bucket::logs", false)]
    public void StackUrn_IsOfItsStackAlone(string urn, bool expected) => Assert.Equal(expected, StackUrn.IsOf(urn, "shop", "dev"));

    [Theory]
    [InlineData("can't run policy 'TAG001-required-tag-missing' during preview")]
    [InlineData("WVR001 is explained in docs/rules/WVR001.md.")]
    [InlineData("TAG001 (a) is explained in docs/rules/TAG001.md.\nnot the last line")]
    public void Mark_MessageWithout_IsNull(string message) => Assert.Null(FindingMark.Read(message));
}
