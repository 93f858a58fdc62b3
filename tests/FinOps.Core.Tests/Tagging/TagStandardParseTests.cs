using FinOps.Core.Problems;
using FinOps.Core.Tagging;

namespace FinOps.Core.Tests.Tagging;

public sealed class TagStandardParseTests
{
    [Fact]
    public void Load_ShippedStandard_HasItsKeysAndTheTeams()
    {
        var standard = Standards.Shipped;

        Assert.Equal(["Project", "Team", "Environment", "CostCenter", "Owner", "DataClass"], standard.Keys.Select(key => key.Name));
        Assert.Equal(["DataClass"], standard.Keys.Where(key => !key.Required).Select(key => key.Name));
        Assert.Equal(["Project", "Team", "Environment", "CostCenter"], standard.CostAllocationKeys.ToArray());
        Assert.Equal("Team", standard.AllocationKey);
        Assert.Equal("payments@example.com", standard.Team("payments")?.OwnerEmail);
        Assert.Equal(standard.Teams.Select(team => team.Name), standard.Key("Team")!.Values.ToArray());
        Assert.Equal(["prod", "staging", "test", "dev", "sandbox"], standard.Key("Environment")!.Values.ToArray());
    }

    [Fact]
    public void Load_ShippedStandard_EveryTeamMailboxIsAnAllowedOwner() =>
        Assert.All(Standards.Shipped.Teams, team => Assert.True(Standards.Shipped.IsAllowed("Owner", team.OwnerEmail)));

    [Fact]
    public void Parse_ManyMistakes_ListsAllAtOnceWithTheirPlaces()
    {
        var mistakes = Standards.Mistakes("""
            version: 2
            keyCasing: Pascal
            allocationKey: Tem
            appliesTo: aws
            keyz: {}
            keys:
              Team:
                required: maybe
                values: [payments, Payments, no]
                pattern: 'x'
              team: { required: true }
              Cost:
                pattern: '('
              Look:
                pattern: '(?=x)y'
              aws:thing: {}
              Environment:
                casing: lower
                values: [Prod]
                default: dev
                requiredWhen: { Tem: [a] }
                tagPolicy: { enforcedFor: [ec2], other: 1 }
              Bad!Key: { values: ["a*b"] }
            teams:
              payments: { owner: nobody }
              search: { }
            """);

        string[] places =
        [
            "1:10 version", "2:12 keyCasing", "3:16 allocationKey", "4:12 appliesTo", "5:1 keyz", "8:15 keys.Team.required",
            "9:24 keys.Team.values", "9:34 keys.Team.values[2]", "10:14 keys.Team.pattern", "11:3 keys.team", "13:14 keys.Cost.pattern",
            "15:14 keys.Look.pattern", "16:3 keys.aws:thing", "19:13 keys.Environment.values", "20:14 keys.Environment.default",
            "21:19 keys.Environment.requiredWhen.Tem", "22:32 keys.Environment.tagPolicy.enforcedFor", "22:38 keys.Environment.tagPolicy.other",
            "23:3 keys.Bad!Key", "23:23 keys.Bad!Key.values", "25:22 teams.payments.owner", "26:11 teams.search.owner",
        ];
        Assert.Equal(places.Order(StringComparer.Ordinal), mistakes.Select(mistake => mistake.Path).Order(StringComparer.Ordinal));
        Assert.All(mistakes, mistake => Assert.Equal("standard.yaml", mistake.File));
        Assert.Contains(mistakes, mistake => mistake is { Id: "FIN2002", Path: "5:1 keyz", Fix: "Did you mean 'keys'?" });
    }

    [Theory]
    [InlineData("version: 1\n\tkeys: {}", "FIN2001")]
    [InlineData("a: &x 1\nb: *x", "FIN2001")]
    [InlineData("version: 1\n---\nversion: 1", "FIN2001")]
    [InlineData("[1]", "FIN2004")]
    [InlineData("", "FIN2005")]
    [InlineData("version: 1\nkeys: {}", "FIN2005")]
    [InlineData("version: 1\nkeys: { A: { values: [] } }", "FIN2008")]
    [InlineData("version: 1\nkeys: { A: { required: true, requiredWhen: { A: [x] } } }", "FIN2008")]
    [InlineData("version: 1\nkeys: { A: { valuesFrom: teams } }", "FIN2008")]
    [InlineData("version: 1\nversion: 1\nkeys: { A: {} }", "FIN2003")]
    [InlineData("version: 1\nkeyCasing: snake_case\nkeys: { A: {} }", "FIN2004")]
    [InlineData("version: 1\nkeyCasing: SnakeCase\nkeys: { A: {} }", "FIN2008")]
    public void Parse_Mistake_NamesItsId(string yaml, string id) =>
        Assert.Contains(Standards.Mistakes(yaml), mistake => mistake.Id == id);

    [Fact]
    public void Parse_DeepNesting_IsRefusedInsteadOfOverflowingTheStack() =>
        Assert.Equal("FIN2001", Assert.Single(Standards.Mistakes(new string('[', 5000))).Id);

    [Fact]
    public void Parse_OverlongKeyAndValue_IsRefusedByTheLimitsOfAws()
    {
        var mistakes = Standards.Mistakes($"version: 1\nkeys: {{ {new string('k', 129)}: {{ values: [{new string('v', 257)}] }} }}");

        Assert.Equal(["129 characters", "257 characters"], mistakes.Where(mistake => mistake.Id == "FIN2006").Select(mistake => mistake.Found));
    }

    [Fact]
    public void Parse_FiftyOneKeys_IsRefused()
    {
        var keys = string.Join(", ", Enumerable.Range(0, 51).Select(i => $"K{i}: {{}}"));

        Assert.Contains(Standards.Mistakes($"version: 1\nkeys: {{ {keys} }}"), mistake => mistake is { Id: "FIN2006", Found: "51 keys" });
    }

    [Fact]
    public void Load_NoSuchFile_SaysSo()
    {
        var problem = Assert.Single(Assert.Throws<ProblemException>(() => TagStandard.Load("no-such-standard.yaml")).Problems);

        Assert.Equal(("FIN2009", "no such file"), (problem.Id, problem.Found));
    }

    [Fact]
    public void FindUpwards_InAFolderBelow_FindsTheStandardOfTheRoot() =>
        Assert.Equal(Standards.ShippedPath, TagStandardFile.FindUpwards(Path.Combine(Standards.RepositoryRoot, "src", "FinOps.Core")));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Parse_RandomlyDamagedStandard_GivesProblemsOrAStandardButNeverCrashes(int seed)
    {
        var random = new Random(seed);
        var whole = File.ReadAllText(Standards.ShippedPath);
        for (var round = 0; round < 150; round++)
        {
            var text = whole.ToCharArray();
            for (var damage = random.Next(1, 6); damage > 0; damage--)
            {
                text[random.Next(text.Length)] = "{}[]:,'\"\n -#&*!|>%@ax0"[random.Next(22)];
            }

            try
            {
                Assert.NotEmpty(Standards.Parse(new string(text)).Keys);
            }
            catch (ProblemException refused)
            {
                Assert.All(refused.Problems, problem => Assert.StartsWith("FIN20", problem.Id, StringComparison.Ordinal));
            }
        }
    }
}
