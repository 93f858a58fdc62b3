using Amazon.Organizations;
using Amazon.S3.Model;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using FinOps.Core.Costs;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs;
using FinOps.Functions.Costs.Rendering;
using FinOps.Functions.Delivery;
using FinOps.Functions.History;
using FinOps.Functions.Members;
using FinOps.Functions.Organizations;
using FinOps.Functions.Tests.Support;

namespace FinOps.Functions.Tests.Moto;

/// <summary>Cost Explorer, Budgets, S3, SES, STS and Organizations as somebody else understood them.</summary>
public sealed class ReportsAgainstMotoTests(MotoServer moto) : IClassFixture<MotoServer>
{
    [SkippableFact]
    public async Task History_OfWhatCostExplorerAnswers_IsThatToTheCent()
    {
        using var clients = ReportClients.Create(moto.Connection());
        await moto.AnswerAsync(new
        {
            GroupDefinitions = new[] { new { Type = "DIMENSION", Key = "SERVICE" } },
            ResultsByTime = new[]
            {
                Month("2026-09-01", "2026-10-01", ("Amazon Elastic Compute Cloud - Compute", "1000.10"), ("AWS Lambda", "0.0000000001")),
                Month("2026-10-01", "2026-11-01", ("Amazon Elastic Compute Cloud - Compute", "1000.205")),
            },
            DimensionValueAttributes = Array.Empty<object>(),
        });
        var options = new HistorySettings("2026-09", "2026-10", "service", null, null).Read(Bills.AsOf, "test", "");

        var report = await HistoryAnalyzer.RunAsync(options, clients, TimeProvider.System, CancellationToken.None);

        Assert.Equal(Money.Usd(2000.3050000001m), report.Analysis.Total);
        Assert.Equal(1, report.Cost.CostExplorerRequests);
    }

    [SkippableFact]
    public async Task CostReport_IsStoredOnceIndexedAndMailed()
    {
        var aws = moto.Connection();
        using var clients = ReportClients.Create(aws);
        await clients.Storage.PutBucketAsync(new PutBucketRequest { BucketName = "moto-reports" });
        await VerifyAsync(aws, "finops@example.com");
        var report = await CostAnalyzer.RunAsync(
            new CostAnalyzerOptions { Standard = Standards.Own, AsOf = Bills.AsOf, RunId = "moto" }, clients, TimeProvider.System, CancellationToken.None);
        var delivery = new DeliveryOptions("moto-reports", "finops@example.com", ["finance@example.com"]);

        var first = await ReportDelivery.DeliverAsync(report, new CostReportRenderer(), delivery, clients, CancellationToken.None);
        var second = await ReportDelivery.DeliverAsync(report, new CostReportRenderer(), delivery, clients, CancellationToken.None);

        Assert.True(report.Analysis.UsageTotal.IsZero);
        Assert.NotNull(first.MailMessageId);
        Assert.Null(second.MailMessageId);
        Assert.Single(await new ReportIndex(clients, "moto-reports").ReadAsync(CancellationToken.None));
        using var http = new HttpClient();
        Assert.StartsWith("<!DOCTYPE html>", await http.GetStringAsync(new ReportStore(clients, "moto-reports").Link(ReportStore.PageKey(report), TimeProvider.System.GetUtcNow()).Signed), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Members_AreListedAndEntered()
    {
        var aws = moto.Connection();
        await PostAsync(aws, "organizations", "AWSOrganizationsV20161128.CreateOrganization", """{"FeatureSet":"ALL"}""");
        for (var number = 1; number <= 25; number++)
            await PostAsync(aws, "organizations", "AWSOrganizationsV20161128.CreateAccount", $$"""{"Email":"a{{number}}@example.com","AccountName":"shop \"{{number}}\""}""");
        using var sessions = new MemberSessions(aws, new MemberSettings("reader", "id"), "test");

        var (accounts, notSeen) = await sessions.AccountsAsync(CancellationToken.None);

        Assert.Empty(notSeen);
        Assert.Equal(26, accounts.Count);
        Assert.Single(accounts, account => account.IsOwn);
        Assert.Contains(accounts, account => account.Name == "shop \"7\"");
        var member = accounts.First(account => !account.IsOwn);
        var connection = sessions.Connect(member, "eu-west-1");
        using var identity = new AmazonSecurityTokenServiceClient(connection.Credentials, connection.Configure(new AmazonSecurityTokenServiceConfig()));
        Assert.Equal(member.Id, (await identity.GetCallerIdentityAsync(new GetCallerIdentityRequest())).Account);
        using var client = new AmazonOrganizationsClient(aws.Credentials, aws.Configure(new AmazonOrganizationsConfig()));
        var root = Assert.Single(await new OrganizationLists(client, "moto").RootsAsync(CancellationToken.None));
        Assert.Equal(26, (await new OrganizationLists(client, "moto").AccountsAsync(root.Id!, CancellationToken.None)).Count);
    }

    private static object Month(string start, string end, params (string Key, string Amount)[] groups) => new
    {
        TimePeriod = new { Start = start, End = end },
        Total = new { },
        Groups = groups.Select(group => new { Keys = new[] { group.Key }, Metrics = new { UnblendedCost = new { group.Amount, Unit = "USD" } } }).ToArray(),
        Estimated = false,
    };

    private static Task VerifyAsync(AwsConnection aws, string address) =>
        SendAsync(aws, "ses", new FormUrlEncodedContent([new("Action", "VerifyEmailIdentity"), new("EmailAddress", address), new("Version", "2010-12-01")]), null);

    private static Task PostAsync(AwsConnection aws, string service, string target, string body) =>
        SendAsync(aws, service, new StringContent(body, System.Text.Encoding.UTF8, "application/x-amz-json-1.1"), target);

    /// <summary>moto looks at whom a signature names, not at whether it is right.</summary>
    private static async Task SendAsync(AwsConnection aws, string service, HttpContent content, string? target)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, aws.Endpoint) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261121/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=s");
        if (target is not null)
            request.Headers.Add("X-Amz-Target", target);
        using var response = await http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
