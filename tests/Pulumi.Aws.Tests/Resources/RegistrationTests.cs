using System.Collections.Immutable;
using Pulumi.Aws.Budgets.Inputs;

namespace Pulumi.Aws.Tests.Resources;

public sealed class RegistrationTests
{
    [Fact]
    public async Task Budget_Nested_SendsWireNamesAndNumbers()
    {
        var mocks = await RecordingMocks.RunAsync(() => _ = new Budgets.Budget("team", new()
        {
            BudgetType = "COST",
            TimeUnit = "MONTHLY",
            LimitAmount = "1200.0",
            LimitUnit = "USD",
            Notifications = { new BudgetNotificationArgs { ComparisonOperator = "GREATER_THAN", NotificationType = "FORECASTED", Threshold = 80.5, ThresholdType = "PERCENTAGE", SubscriberEmailAddresses = { "finops@example.com" } } },
            Tags = { ["Team"] = "platform" },
        }));

        var inputs = mocks.Single("aws:budgets/budget:Budget").Inputs;
        var notification = (ImmutableDictionary<string, object>)((ImmutableArray<object>)inputs["notifications"]).Single();
        Assert.Equal(["budgetType", "limitAmount", "limitUnit", "notifications", "tags", "timeUnit"], inputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(80.5, notification["threshold"]);
        Assert.Equal("finops@example.com", ((ImmutableArray<object>)notification["subscriberEmailAddresses"]).Single());
    }

    [Fact]
    public async Task Bucket_RenamedMember_IsSentByItsWireName()
    {
        var mocks = await RecordingMocks.RunAsync(() => _ = new S3.Bucket("reports", new() { BucketName = "finops-reports" }));

        Assert.Equal("finops-reports", mocks.Single("aws:s3/bucket:Bucket").Inputs["bucket"]);
    }

    [Fact]
    public async Task Function_EnumOrText_AreBothSentAsText()
    {
        var mocks = await RecordingMocks.RunAsync(() =>
        {
            _ = new Lambda.Function("enum", new() { Role = "arn", Runtime = Lambda.Runtime.Dotnet10, MemorySize = 512 });
            _ = new Lambda.Function("text", new() { Role = "arn", Runtime = "provided.al2023" });
        });

        Assert.Equal("dotnet10", mocks.Registered.Single(r => r.Name == "enum").Inputs["runtime"]);
        Assert.Equal("provided.al2023", mocks.Registered.Single(r => r.Name == "text").Inputs["runtime"]);
    }

    [Fact]
    public async Task Provider_NotAString_IsSentAsJson()
    {
        var mocks = await RecordingMocks.RunAsync(() => _ = new Provider("billing", new()
        {
            Region = "us-east-1",
            DefaultTags = new Aws.Inputs.ProviderDefaultTagsArgs { Tags = { ["Owner"] = "finops" } },
        }));

        var inputs = mocks.Single("pulumi:providers:aws").Inputs;
        Assert.Equal("us-east-1", inputs["region"]);
        Assert.Equal("""{"tags":{"Owner":"finops"}}""", inputs["defaultTags"]);
        Assert.Equal("false", inputs["skipCredentialsValidation"]);
        Assert.Equal("true", inputs["skipRegionValidation"]);
    }

    [Fact]
    public async Task GetOrganization_Answer_IsReadIntoTypedResult()
    {
        var account = ImmutableDictionary<string, object>.Empty.Add("id", "111111111111").Add("name", "prod").Add("email", "p@example.com").Add("arn", "a").Add("state", "ACTIVE").Add("status", "ACTIVE").Add("joinedMethod", "CREATED").Add("joinedTimestamp", "t");
        var mocks = new RecordingMocks { Answers = { ["aws:organizations/getOrganization:getOrganization"] = ImmutableDictionary<string, object>.Empty.Add("id", "o-1").Add("accounts", ImmutableArray.Create<object>(account)) } };
        string? name = null;

        await RecordingMocks.RunAsync(() => _ = Organizations.GetOrganization.Invoke().Apply(organization => name = organization.Accounts.Single().Name), mocks);

        Assert.Equal("prod", name);
    }
}
