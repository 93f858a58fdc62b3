using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Tests.CostExplorer;

public sealed class AllocationTagTests : IDisposable
{
    private readonly CostExplorerBench _bench = new();

    [Fact]
    public void List_Fresh_HasTheKeysOfTheBillAndOnlyAwsKeysActive()
    {
        var tags = Tags("{}");

        Assert.Superset(new HashSet<string> { "Team", "Project", "Environment", "CostCenter", "Owner", "aws:createdBy" }, tags.Keys.ToHashSet());
        Assert.All(tags, tag => Assert.Equal(tag.Key.StartsWith("aws:", StringComparison.Ordinal) ? "Active" : "Inactive", tag.Value));
    }

    [Fact]
    public void UpdateStatus_UnknownKeyAmongKnown_IsAPerKeyErrorUnderSuccess()
    {
        var output = _bench.Call("UpdateCostAllocationTagsStatus", """
            {"CostAllocationTagsStatus":[{"TagKey":"Team","Status":"Active"},{"TagKey":"Teem","Status":"Active"}]}
            """);

        var error = Assert.Single(output["Errors"]!.AsArray())!;
        Assert.Equal("Teem", error["TagKey"]!.GetValue<string>());
        Assert.Equal("TagKeysNotFoundException", error["Code"]!.GetValue<string>());
        Assert.Equal(["Team"], Tags("""{"Status":"Active","Type":"UserDefined"}""").Keys);
    }

    [Fact]
    public void UpdateStatus_Inactive_HidesTheTagAgain()
    {
        _bench.Activate("Team", "Owner");
        _bench.Call("UpdateCostAllocationTagsStatus", """{"CostAllocationTagsStatus":[{"TagKey":"Team","Status":"Inactive"}]}""");

        Assert.Equal(["Owner"], Tags("""{"Status":"Active","Type":"UserDefined"}""").Keys);
    }

    [Fact]
    public void UpdateStatus_TwentyOneKeys_IsRefused()
    {
        var entries = new JsonArray([.. Enumerable.Range(0, 21).Select(i => new JsonObject { ["TagKey"] = $"k{i}", ["Status"] = "Active" })]);

        Assert.Equal("ValidationException", _bench.Refused("UpdateCostAllocationTagsStatus", new JsonObject { ["CostAllocationTagsStatus"] = entries }.ToJsonString()).Code);
    }

    [Fact]
    public void UpdateStatus_MemberAccount_HasNoAccess()
    {
        var member = _bench.Organization.Accounts[3].Id;

        var error = Assert.Throws<Wire.AwsError>(() => _bench.Call("ListCostAllocationTags", [], member));

        Assert.Equal("AccessDeniedException", error.Code);
    }

    [Fact]
    public void List_TwoAPage_FollowsTheTokenToTheEnd()
    {
        var keys = new List<string>();
        string? token = null;
        do
        {
            var output = _bench.Call("ListCostAllocationTags", new JsonObject { ["MaxResults"] = 2, ["NextToken"] = token });
            keys.AddRange(output["CostAllocationTags"]!.AsArray().Select(tag => tag!["TagKey"]!.GetValue<string>()));
            token = output["NextToken"]?.GetValue<string>();
        }
        while (token is not null);

        Assert.Equal(Tags("{}").Keys, keys);
    }

    [Fact]
    public void Backfill_SecondWithinADay_IsRefused()
    {
        _bench.Call("StartCostAllocationTagBackfill", """{"BackfillFrom":"2026-01-01T00:00:00Z"}""");

        Assert.Equal("BackfillLimitExceededException", _bench.Refused("StartCostAllocationTagBackfill", """{"BackfillFrom":"2026-02-01T00:00:00Z"}""").Code);
        _bench.Now = _bench.Now.AddHours(25);
        _bench.Call("StartCostAllocationTagBackfill", """{"BackfillFrom":"2026-02-01T00:00:00Z"}""");
        Assert.Equal(2, _bench.Call("ListCostAllocationTagBackfillHistory", "{}")["BackfillRequests"]!.AsArray().Count);
    }

    [Fact]
    public void Backfill_History_ProcessesForAWhileAndThenSucceeds()
    {
        var started = _bench.Call("StartCostAllocationTagBackfill", """{"BackfillFrom":"2026-01-01T00:00:00Z"}""")["BackfillRequest"]!;
        Assert.Equal("PROCESSING", started["BackfillStatus"]!.GetValue<string>());
        Assert.Null(started["CompletedAt"]);

        _bench.Now = _bench.Now.AddHours(1);

        var finished = _bench.Call("ListCostAllocationTagBackfillHistory", "{}")["BackfillRequests"]![0]!;
        Assert.Equal("SUCCEEDED", finished["BackfillStatus"]!.GetValue<string>());
        Assert.Equal("2026-11-21T09:15:00Z", finished["CompletedAt"]!.GetValue<string>());
    }

    [Fact]
    public void List_KeyThatNoCostCarries_IsNotKnown()
    {
        var unused = CostExplorerBench.Create(1);
        using var bench = new CostExplorerBench(organization: unused);

        var tags = bench.Call("ListCostAllocationTags", "{}")["CostAllocationTags"]!.AsArray().Select(tag => tag!["TagKey"]!.GetValue<string>());

        var used = unused.Costs.Series.SelectMany(series => series.Item.Tags.Keys).Concat(["aws:cloudformation:stack-name", "aws:createdBy"]);
        Assert.Equal(used.Distinct().Order(StringComparer.Ordinal), tags);
    }

    [Theory]
    [InlineData("2026-01-02T00:00:00Z")]
    [InlineData("2025-10-01T00:00:00Z")]
    [InlineData("2026-12-01T00:00:00Z")]
    public void Backfill_BadStart_IsRefused(string from) =>
        Assert.Equal("ValidationException", _bench.Refused("StartCostAllocationTagBackfill", $$"""{"BackfillFrom":"{{from}}"}""").Code);

    [Fact]
    public void GetTags_WithAndWithoutKey_TellOnlyWhatIsActive()
    {
        const string Period = """ "TimePeriod":{"Start":"2026-10-01","End":"2026-11-01"} """;
        _bench.Activate("Environment");

        var keys = Texts(_bench.Call("GetTags", $"{{{Period}}}"));
        var values = Texts(_bench.Call("GetTags", $$"""{{{Period}},"TagKey":"Environment"}"""));
        var hidden = Texts(_bench.Call("GetTags", $$"""{{{Period}},"TagKey":"Team"}"""));

        Assert.Contains("Environment", keys);
        Assert.DoesNotContain("Team", keys);
        Assert.Superset(new HashSet<string> { "", "prod", "dev" }, values.ToHashSet());
        Assert.Equal([""], hidden);
    }

    public void Dispose() => _bench.Dispose();

    private static List<string> Texts(JsonObject output) => [.. output["Tags"]!.AsArray().Select(text => text!.GetValue<string>())];

    private Dictionary<string, string> Tags(string input) => _bench.Call("ListCostAllocationTags", input)["CostAllocationTags"]!.AsArray()
        .ToDictionary(tag => tag!["TagKey"]!.GetValue<string>(), tag => tag!["Status"]!.GetValue<string>());
}
