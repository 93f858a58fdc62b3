using System.Text.Json;
using FinOps.Core.Compliance.Results;
using FinOps.Core.Costs;
using FinOps.Core.Inventory;
using FsCheck;
using FsCheck.Fluent;
using static FinOps.Core.Tests.Compliance.Tallies;

namespace FinOps.Core.Tests.Compliance;

/// <summary>What holds for every organization, whatever its resources are called and tagged.</summary>
public sealed class ComplianceTallyPropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20_260_301, 3);

    private static readonly Gen<string> Words = Gen.Elements(
        "payments", "Search", "search", "1041", "x", "", "constructor", "__proto__", "<b>", "=cmd", "a\r\nb", "\u202Eabc", "team", "Team", "toString");

    private static readonly Gen<LiveResource> Resources =
        from arn in Gen.Elements($"arn:aws:ec2:eu-west-1:{Payments}:instance/i-", $"arn:aws:ec2:us-east-1:{Search}:instance/i-", $"arn:aws:sqs:eu-west-1:{Search}:q", "arn:aws:s3:::b", $"arn:aws:future:eu-west-1:{Payments}:thing/", $"arn:aws:lambda:eu-west-1:999999999999:function:f")
        from id in Gen.Choose(1, 400)
        from keys in Gen.SubListOf("Team", "CostCenter", "DataClass", "team", "Squad", "constructor", "__proto__", "aws:created")
        from values in Words.ArrayOf(keys.Count)
        select LiveResource.Found($"{arn}{id}", Search, "eu-west-1", keys.Zip(values).ToDictionary(tag => tag.First, tag => tag.Second))!;

    private static readonly Gen<LiveResource[]> Organizations = Gen.Choose(0, 60).SelectMany(count => Resources.ArrayOf(count)).Select(all => all.DistinctBy(resource => resource.Arn).ToArray());

    private static readonly Core.Waivers.WaiverList SomeWaivers = WaiverFile(Waiver("TAG001", "type: 'aws:ec2/*'") + Waiver("TAG003", $"account: '{Search}'"));

    [Fact]
    public void EveryTable_AddsUpToTheTotal_InResourcesAndToTheCent() => Check(Organizations, resources =>
    {
        var result = Judged(resources);
        StandingRow[][] tables = [[.. result.Accounts], [.. result.Teams], [.. result.Types], [.. result.Regions]];

        return tables.All(table => table.Aggregate(Standing.Empty("USD"), (sum, row) => sum + row.Standing) == result.Total)
            && result.Total.Total.Resources == resources.Length
            && result.Total.Total.Spend == result.Spend!.OnResources
            && result.Native.Aggregate(default(Part), (sum, row) => sum + row.Resources) == result.Total.NonCompliant
            && result.Owners.Aggregate(default(Part), (sum, owner) => sum + owner.NotCompliant) == result.Total.NonCompliant
            && result.Findings.Count == result.Total.NonCompliant.Resources;
    });

    [Fact]
    public void Spend_OfAServiceWithResources_IsSharedOutCompletely() => Check(Organizations.Where(all => all.Length > 0), resources =>
    {
        var result = Judged(resources);
        var expected = (resources.Any(resource => resource.Type == "ec2:instance" && resource.AccountId == Payments) ? 100.0000000001m : 0)
            + (resources.Any(resource => resource.Type == "ec2:instance" && resource.AccountId == Search) ? 31.37m : 0)
            + (resources.Any(resource => resource.Type == "s3") ? 0.01m : 0);

        return result.Spend!.OnResources == Money.Usd(expected);
    });

    [Fact]
    public void OrderOfResources_ChangesNothing() => Check(
        from resources in Organizations
        from shuffled in Gen.Shuffle(resources)
        select (resources, shuffled),
        each => JsonSerializer.Serialize(Judged(each.resources)) == JsonSerializer.Serialize(Judged(each.shuffled)));

    [Fact]
    public void WaivedFindings_AreNeverCountedTwice() => Check(Organizations, resources =>
    {
        var (with, without) = (Judged(resources), Of(resources));

        return with.Total.NonCompliant.Resources + with.Total.Waived.Resources == without.Total.NonCompliant.Resources
            && with.Total.Compliant == Of(resources, spend: SomeSpend).Total.Compliant
            && with.Rules.Sum(rule => rule.Open.Resources + rule.Waived) == without.Rules.Sum(rule => rule.Open.Resources);
    });

    private static Core.Compliance.Spend.SpendByService SomeSpend { get; } = Spend(
        (Payments, "Amazon Elastic Compute Cloud - Compute", 100.0000000001m), (Search, "Amazon Elastic Compute Cloud - Compute", 31.37m), (Search, "Amazon Simple Storage Service", 0.01m), (Search, "Tax", 5m));

    private static ComplianceResult Judged(LiveResource[] resources) => Of(resources, Judge(SomeWaivers), SomeSpend);

    private static void Check<T>(Gen<T> cases, Func<T, bool> holds) => Prop.ForAll(cases.ToArbitrary(), holds).Check(Runs);
}
