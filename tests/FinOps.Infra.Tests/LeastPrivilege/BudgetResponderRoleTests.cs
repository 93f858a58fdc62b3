using System.Text.Json.Nodes;
using FinOps.Functions.Chat;
using FinOps.Functions.Lambda;
using FinOps.Functions.Responder;
using FinOps.Functions.Tests.Chat;
using FinOps.Functions.Tests.Responder;

namespace FinOps.Infra.Tests.LeastPrivilege;

public sealed class BudgetResponderRoleTests : IAsyncLifetime
{
    private const string Responder = "finops-budget-responder";

    private readonly DeployedFunctions _stack = new();

    public Task InitializeAsync() => _stack.InitializeAsync();

    public Task DisposeAsync() => _stack.DisposeAsync();

    [Fact]
    public async Task BudgetResponder_AllItsPaths_NeedsExactlyItsPermissions()
    {
        var status = 200;
        await using var chat = await WebhookReceiver.StartAsync((_, http) =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        await _stack.Owner.JsonAsync("ssm", "AmazonSSM.PutParameter", new JsonObject
        {
            ["Name"] = _stack.Variable(Responder, ChatChannel.ParameterVariable),
            ["Type"] = "SecureString",
            ["KeyId"] = $"arn:aws:kms:us-east-1:{_stack.AccountId}:key/reporting",
            ["Value"] = chat.Address,
        });
        var account = _stack.Server.Organization.Accounts[3].Id;
        await _stack.Owner.JsonAsync("budgets", "AWSBudgetServiceGateway.CreateBudget", new JsonObject
        {
            ["AccountId"] = _stack.AccountId,
            ["Budget"] = new JsonObject
            {
                ["BudgetName"] = $"finops-account-{account}",
                ["BudgetType"] = "COST",
                ["TimeUnit"] = "MONTHLY",
                ["BudgetLimit"] = new JsonObject { ["Amount"] = "1", ["Unit"] = "USD" },
                ["CostFilters"] = new JsonObject { ["LinkedAccount"] = new JsonArray(account) },
            },
        });
        var toldInTheChannel = Notifications.Event(_stack.AccountId, ("told-in-the-channel", Notifications.Budget($"finops-account-{account}")));

        await InvokeAsync(toldInTheChannel);
        await InvokeAsync(toldInTheChannel);
        status = 404;
        var from = _stack.Variable(Responder, "FINOPS_REPORT_FROM")!;
        foreach (var identity in (string[])[from, from.Split('@')[1]])
        {
            await _stack.Owner.RestAsync("ses", HttpMethod.Post, "/v2/email/identities", new JsonObject
            {
                ["EmailIdentity"] = identity,
                ["ConfigurationSetName"] = (string)_stack.Registered("aws:sesv2/configurationSet:ConfigurationSet").Single().Inputs["configurationSetName"],
            });
            await InvokeAsync(Notifications.Event(_stack.AccountId, ($"mailed-{identity.Length}", "something that nobody can read")));
            await _stack.Owner.RestAsync("ses", HttpMethod.Delete, $"/v2/email/identities/{identity}");
        }

        _stack.AssertAllowed(Responder);
        Assert.Empty(_stack.Unneeded(Responder).Except(DeployedFunctions.CalledByLambda));
        Assert.Equal(3, chat.Messages.Count);
    }

    [Fact]
    public void BudgetResponder_OfTheStack_ListensToTheTopicOfAlerts()
    {
        var subscription = Assert.Single(_stack.Registered("aws:sns/topicSubscription:TopicSubscription"), each => (string)each.Inputs["protocol"] == "lambda");
        var permission = Assert.Single(_stack.Registered("aws:lambda/permission:Permission"), each => (string)each.Inputs["principal"] == "sns.amazonaws.com");

        Assert.Equal($"arn:aws:sns:us-east-1:{_stack.AccountId}:finops-example-org-cost-alerts", (string)subscription.Inputs["topic"]);
        Assert.Equal((string)subscription.Inputs["topic"], (string)permission.Inputs["sourceArn"]);
        Assert.Equal($"arn:aws:lambda:us-east-1:{_stack.AccountId}:function:{Responder}", (string)subscription.Inputs["endpoint"]);
    }

    private async Task InvokeAsync(string payload)
    {
        using var http = WebhookSender.CreateHttp();
        using var clients = ResponderClients.Create(_stack.ConnectionOf(Responder), new WebhookSender(http, TimeProvider.System, new Random(7)));
        var options = ResponderOptions.FromEnvironment(name => name == "FINOPS_TAG_STANDARD" ? TestFiles.Standard.Source : _stack.Variable(Responder, name));

        Assert.NotNull(await DeployedFunctions.InvokeAsync(new BudgetResponderHandler(options, clients, TimeProvider.System).HandleAsync, payload));
    }
}
