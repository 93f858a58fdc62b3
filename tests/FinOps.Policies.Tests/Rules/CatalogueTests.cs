using System.Text.RegularExpressions;
using FinOps.Policies.Model;
using FinOps.Policies.Tagging;
using FinOps.Policies.Tests.Testing;
using Pulumirpc;

namespace FinOps.Policies.Tests.Rules;

/// <summary>What holds for every rule.</summary>
public sealed class CatalogueTests
{
    private static readonly IReadOnlyList<Rule> All = RuleCatalogue.Create(new StandardSource(StandardSource.BuiltIn()));

    public static TheoryData<string> Ids => [.. All.Select(rule => rule.Id)];

    [Fact]
    public void Catalogue_HasEveryRuleOfTheAssemblyOnce() => Assert.Equal(
        typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract).Select(type => type.Name).Order(StringComparer.Ordinal),
        All.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_SaysEverythingAboutItself(string id)
    {
        var rule = Find(id);

        Assert.Matches("^(TAG|COST|BUD|WVR|BSL)[0-9]{3}$", rule.Id);
        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", rule.Name);
        Assert.All([rule.Title, rule.Why, rule.Fix], text => Assert.True(text.Length > 20, text));
        Assert.DoesNotMatch(@"\.$", rule.Title);
        Assert.NotEmpty(rule.Examples.Good);
        // What these refuse is in their files and not in resources.
        Assert.True(rule.Examples.Bad.Length > 0 || rule.IsAboutThePack);
        Assert.All(rule.Examples.Good.Concat(rule.Examples.Bad), example => Assert.True(rule is StackRule || example.Resources.Length == 1, example.Title));
        Assert.Equal(rule.GetType().Name, string.Concat(rule.Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task GoodExamples_AreAccepted(string id)
    {
        await using var pack = await PackClient.StartAsync();
        var rule = Find(id);
        foreach (var example in rule.Examples.Good)
        {
            var findings = await pack.FindingsAsync(rule, example);
            Assert.True(findings.Count == 0, $"{example.Title}: {string.Join("\n", findings.Select(finding => finding.Message))}");
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task BadExamples_AreRefusedAtTheLevelOfTheRuleWithItsTitle(string id)
    {
        await using var pack = await PackClient.StartAsync();
        var rule = Find(id);
        foreach (var example in rule.Examples.Bad)
        {
            var findings = await pack.FindingsAsync(rule, example);
            Assert.True(findings.Count > 0, $"{example.Title}: nothing found");
            Assert.All(findings, finding =>
            {
                Assert.Equal(rule.Level.ToString(), finding.EnforcementLevel.ToString());
                Assert.StartsWith(rule.Title, finding.Message, StringComparison.Ordinal);
                Assert.Contains(rule.DocUri, finding.Message, StringComparison.Ordinal);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_IsWrittenFromTheRule(string id)
    {
        var rule = Find(id);
        var path = Repository.At("docs", "rules", $"{id}.md");
        var page = RulePage.Render(rule);
        if (Environment.GetEnvironmentVariable("FINOPS_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == page,
            $"{path} is not what the rule says. Write the pages anew with: FINOPS_UPDATE_DOCS=1 dotnet test tests/FinOps.Policies.Tests --filter Page_IsWrittenFromTheRule");
    }

    [Fact]
    public void Pages_AreAllOfRules() => Assert.Empty(
        Directory.EnumerateFiles(Repository.At("docs", "rules"), "*.md").Select(Path.GetFileNameWithoutExtension)
            .Where(name => Regex.IsMatch(name!, "^[A-Z]+[0-9]+$")).Except(All.Select(rule => rule.Id)));

    [Fact]
    public async Task Info_TellsLevelSeverityAndPageOfEachRule()
    {
        await using var pack = await PackClient.StartAsync();

        var info = await pack.InfoAsync();

        Assert.Equal("finops-policies", info.Name);
        Assert.Equal(All.Select(rule => rule.PolicyName), info.Policies.Select(policy => policy.Name));
        Assert.All(info.Policies, policy =>
        {
            Assert.NotEqual(PolicySeverity.Unspecified, policy.Severity);
            Assert.StartsWith("docs/rules/", policy.Url, StringComparison.Ordinal);
            Assert.NotEmpty(policy.RemediationSteps);
        });
    }

    private static Rule Find(string id) => All.Single(rule => rule.Id == id);
}
