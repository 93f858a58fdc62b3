using System.Text.Json.Nodes;
using Amazon.S3.Model;
using FinOps.Core.Organization.Synthetic;
using FinOps.Functions.Chat;
using FinOps.Functions.Delivery;
using FinOps.Functions.Responder;
using FinOps.Functions.Tests.Chat;
using FinOps.Functions.Tests.LocalAws;
using FinOps.Functions.Tests.Support;
using FinOps.LocalAws;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.Functions.Tests.Responder;

/// <summary>An embedded AWS with a bucket, a webhook in Parameter Store and budgets, for the functions that write to people.</summary>
public sealed class ResponderAws : IAsyncLifetime
{
    public const string Bucket = "finops-responder-test";
    public const string Parameter = "/finops/test/chat-webhook";

    private readonly LocalAwsFixture _aws = new();

    internal LocalAwsServer Server => _aws.Server;

    internal SignedCalls Calls { get; private set; } = null!;

    internal string Account => Server.Organization.ManagementAccount.Id;

    internal IReadOnlyList<SyntheticAccount> Owned => [.. Server.Organization.Accounts.Where(account => Standards.Own.Team(account.Tags.GetValueOrDefault("Team", "")) is not null)];

    public async Task InitializeAsync()
    {
        await _aws.InitializeAsync();
        Calls = new SignedCalls(Server);
        await CreateBucketAsync(Bucket);
    }

    public async Task DisposeAsync()
    {
        Calls.Dispose();
        await _aws.DisposeAsync();
    }

    internal ResponderClients Clients(HttpMessageInvoker http) =>
        ResponderClients.Create(_aws.Connection(), new WebhookSender(http, new ImpatientTime(TimeSpan.FromSeconds(15)), new Random(7)));

    internal ResponderOptions Options(bool chat, bool mail = true) => new(
        Standards.Own, new DeliveryOptions(Bucket, mail ? "finops@example.com" : null, mail ? ["readers@example.com"] : []), chat ? new ChatChannel(Parameter, ChatKind.Slack) : null);

    internal async Task CreateBucketAsync(string name)
    {
        using var clients = _aws.Clients();
        await clients.Storage.PutBucketAsync(new PutBucketRequest { BucketName = name });
    }

    internal Task StoreWebhookAsync(string address) => Calls.JsonAsync("ssm", "AmazonSSM.PutParameter",
        new JsonObject { ["Name"] = Parameter, ["Type"] = "SecureString", ["Value"] = address, ["Overwrite"] = true });

    internal async Task BudgetAsync(string name, decimal limit, JsonObject filters)
    {
        await Calls.JsonAsync("budgets", "AWSBudgetServiceGateway.CreateBudget", new JsonObject
        {
            ["AccountId"] = Account,
            ["Budget"] = new JsonObject
            {
                ["BudgetName"] = name,
                ["BudgetType"] = "COST",
                ["TimeUnit"] = "MONTHLY",
                ["BudgetLimit"] = new JsonObject { ["Amount"] = limit.ToString(System.Globalization.CultureInfo.InvariantCulture), ["Unit"] = "USD" },
                ["CostFilters"] = filters,
            },
        });
    }

    /// <summary>Every mail that was sent: its headers, and its HTML as it is read.</summary>
    internal IReadOnlyList<string> Outbox() => !Directory.Exists(Server.OutboxDirectory)
        ? []
        : [.. Directory.GetFiles(Server.OutboxDirectory, "*.eml").Order(StringComparer.Ordinal).Select(file => File.ReadAllText(file) + File.ReadAllText(Path.ChangeExtension(file, ".html")))];

    /// <summary>All that the bucket holds.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> StoredAsync(string prefix = "", string bucket = Bucket)
    {
        using var clients = _aws.Clients();
        var stored = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in (await clients.Storage.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, Prefix = prefix })).S3Objects ?? [])
        {
            using var answer = await clients.Storage.GetObjectAsync(bucket, item.Key);
            using var reader = new StreamReader(answer.ResponseStream);
            stored[item.Key] = await reader.ReadToEndAsync();
        }

        return stored;
    }
}
