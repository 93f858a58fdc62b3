using FinOps.Core.Costs;
using FinOps.Core.Inventory.Similarity;
using FinOps.Core.Tests.Tagging;

namespace FinOps.Core.Tests.Inventory;

public sealed class SpellingClustersTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [InlineData("cost-center CostCenter cost_center", "Case, Separator and again")]
    [InlineData("service services", "plural")]
    [InlineData("policy policies", "plural in y")]
    [InlineData("batch batches", "plural in es")]
    [InlineData("payments paymnts", "one letter left out")]
    [InlineData("payments paymenst", "two letters swapped")]
    [InlineData("infrastructure infrastrcuture", "swapped in a long word")]
    [InlineData("infrastructure infastruture", "two letters left out of a long word")]
    [InlineData("checkout-frontend checkuot-frontend", "in one part of two")]
    public void Find_SpellingsOfOneWord_AreOneCluster(string words, string what) =>
        Assert.True(SpellingClusters.Find(Words(words), SpellingRules.Free) is [var cluster] && cluster.Spellings.Count == words.Split(' ').Length, what);

    [Theory]
    [InlineData("dev des", "short words are near each other by chance")]
    [InlineData("prod prop", "four letters are short")]
    [InlineData("team-a team-b", "the part that differs is short")]
    [InlineData("api-1 api-2", "numbers tell things apart")]
    [InlineData("10417 10418", "numbers tell things apart")]
    [InlineData("10.1.12 10.11.2", "numbers tell things apart, whatever the separators")]
    [InlineData("v1 v-2", "numbers tell things apart")]
    [InlineData("internal external", "they begin differently")]
    [InlineData("aws aw", "too short for a plural")]
    [InlineData("boss bos", "no plural")]
    [InlineData("payments checkout", "nothing in common")]
    [InlineData("--- ___", "no letters at all")]
    public void Find_DifferentWords_StayApart(string words, string what) =>
        Assert.True(SpellingClusters.Find(Words(words), SpellingRules.Free) is [], what);

    [Fact]
    public void Find_Canonical_IsTheStandardsThenTheDearestThenTheMostUsed()
    {
        Assert.Equal("CostCenter", One([new("cost-center", 900), new("CostCenter", 1), new("costcenter", 5)], SpellingRules.OfKeys(Standards.Shipped)).Canonical);
        Assert.Equal("Backup", One([new("backup", 900, Money.Usd(5)), new("Backup", 1, Money.Usd(6))], SpellingRules.Free).Canonical);
        Assert.Equal("backup", One([new("backup", 900), new("Backup", 1)], SpellingRules.Free).Canonical);
    }

    [Fact]
    public void Find_KeyOfNobody_IsProposedByTheStandard()
    {
        var cluster = One([new("Env", 40), new("enviroment", 3)], SpellingRules.OfKeys(Standards.Shipped));

        Assert.Equal("Environment", cluster.Canonical);
        Assert.Equal([("Environment", Difference.None), ("Env", Difference.Synonym), ("enviroment", Difference.Typo)], cluster.Spellings.Select(each => (each.Word.Text, each.Difference)));
        Assert.Equal(43, cluster.ToChange);
    }

    [Fact]
    public void Find_ValuesOfTheStandard_AreNeverOneWord()
    {
        var rules = SpellingRules.OfValues(Standards.Parse("""
            version: 1
            keys:
              Stage:
                values: [service, services, servicf]
                example: service
            """), "Stage");

        Assert.Equal(["servicf"], SpellingClusters.Find([new("service", 5), new("services", 5), new("servicf", 5), new("SERVICF", 5)], rules).Select(cluster => cluster.Canonical));
        // One letter from two of them: nobody can tell which was meant.
        Assert.Empty(SpellingClusters.Find([new("servicx", 5)], rules));
    }

    [Fact]
    public void Find_ValuesOfAClosedList_FollowTheStandardsSuggestion()
    {
        var clusters = SpellingClusters.Find([new("production", 9), new("Production", 2), new("prd", 1), new("prod2", 1), new("staging", 7), new("qqq", 3)], SpellingRules.OfValues(Standards.Shipped, "Environment"));

        var cluster = Assert.Single(clusters);
        Assert.Equal("prod", cluster.Canonical);
        Assert.Equal(["prod", "production", "Production", "prd"], cluster.Spellings.Select(each => each.Word.Text));
        Assert.Equal(12, cluster.ToChange);
    }

    [Fact]
    public void Find_ValuesOfAPattern_MoveToOneThatItAllowsOrToNone()
    {
        var rules = SpellingRules.OfValues(Standards.Shipped, "Project");

        Assert.Equal("checkout-api", One([new("Checkout-API", 90), new("checkout_api", 50)], rules).Canonical);
        // Underscores alone: the pattern allows neither, and no casing mends it.
        var undecided = One([new("data_platform", 9), new("Data_Platform", 1)], rules);
        Assert.Null(undecided.Canonical);
        Assert.Empty(SpellingClusters.Find([new("checkout-api", 9), new("checkout-apis", 9)], rules));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Find_AnyWords_AreDisjointHoldTheirCanonicalAndDoNotDependOnTheOrder(int seed)
    {
        var words = RandomWords(seed);
        foreach (var rules in new[] { SpellingRules.Free, SpellingRules.OfKeys(Standards.Shipped), SpellingRules.OfValues(Standards.Shipped, "Team"), SpellingRules.OfValues(Standards.Shipped, "Project") })
        {
            var clusters = SpellingClusters.Find(words, rules);

            var members = clusters.SelectMany(cluster => cluster.Spellings).Select(each => each.Word.Text).ToList();
            Assert.Equal(members.Count, members.Distinct().Count());
            Assert.All(clusters, cluster =>
            {
                Assert.True(cluster.Spellings.Count > 1);
                Assert.True(cluster.Canonical is null || cluster.Spellings[0].Word.Text == cluster.Canonical);
                Assert.True(cluster.Spellings.Count(each => rules.IsAllowed(each.Word.Text)) <= 1);
                Assert.True(cluster.Canonical is null || !rules.MustBeAllowed || rules.IsAllowed(cluster.Canonical));
            });
            Assert.Equal(Text(clusters), Text(SpellingClusters.Find(Live.Shuffled(words, seed), rules)));
        }
    }

    [Fact]
    public void Find_ManyWords_IsNotACompareOfEachWithEach()
    {
        // Each with each would be 72 million comparisons.
        var random = new Random(3);
        var words = Enumerable.Range(0, 12_000).Select(_ => string.Concat(Enumerable.Range(0, 8 + random.Next(10)).Select(_ => (char)('a' + random.Next(26))))).ToHashSet();
        words.UnionWith(["infrastructure", "infrastrucutre", "Infra-structure"]);

        var clusters = SpellingClusters.Find(words.Select(word => new Word(word, 1)), SpellingRules.Free);

        Assert.Contains(clusters, cluster => cluster.Spellings.Any(each => each.Word.Text == "infrastrucutre") && cluster.Spellings.Any(each => each.Word.Text == "Infra-structure"));
        Assert.True(clusters.Count < 100);
    }

    [Fact]
    public void Find_OneNamingScheme_IsNotAHeapOfTypos()
    {
        // 1,000 words, each a letter from 27 others.
        var words = (from a in Enumerable.Range('a', 10) from b in Enumerable.Range('a', 10) from c in Enumerable.Range('a', 10) select $"customer{(char)a}{(char)b}{(char)c}").ToList();

        Assert.Empty(SpellingClusters.Find(words.Select(word => new Word(word, 1)), SpellingRules.Free));
    }

    private static SpellingCluster One(IReadOnlyList<Word> words, SpellingRules rules) => Assert.Single(SpellingClusters.Find(words, rules));

    private static IEnumerable<Word> Words(string words) => words.Split(' ').Select((word, at) => new Word(word, 10 - at));

    private static List<Word> RandomWords(int seed)
    {
        var random = new Random(seed);
        string[] stems = ["payments", "checkout", "data-platform", "Project", "CostCenter", "service", "Environment", "Team", "prod", "search", "team-a", "team-b", "10417", "Owner", .. Live.Hostile];
        return [.. Enumerable.Range(0, 60).Select(_ => Bent(stems[random.Next(stems.Length)])).Distinct().Select(text => new Word(text, random.Next(4), random.Next(3) == 0 ? Money.Usd(random.Next(5)) : null))];

        string Bent(string stem)
        {
            for (var bend = random.Next(4); bend > 0 && stem.Length > 1; bend--)
            {
                var at = random.Next(stem.Length);
                stem = random.Next(7) switch
                {
                    0 => stem.ToUpperInvariant(),
                    1 => stem.ToLowerInvariant(),
                    2 => stem.Replace('-', '_'),
                    3 => stem + "s",
                    4 => stem.Remove(at, 1),
                    5 => stem.Insert(at, "x"),
                    _ => stem.Insert(at, "-"),
                };
            }

            return stem;
        }
    }

    private static IEnumerable<string> Text(IEnumerable<SpellingCluster> clusters) =>
        clusters.Select(cluster => $"{cluster.Canonical}: {string.Join(", ", cluster.Spellings)}");
}
