using System.Text;
using System.Text.Json.Nodes;
using FinOps.Core.Problems;
using FinOps.Functions.Lambda;
using FinOps.Functions.Responder;
using FinOps.Functions.Responder.Alerts;
using FinOps.Functions.Sending;
using FinOps.Functions.Tests.Chat;
using FinOps.Functions.Tests.Lambda;
using FinOps.Functions.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace FinOps.Functions.Tests.Responder;

public sealed class BudgetResponderTests(ResponderAws aws) : IClassFixture<ResponderAws>, IAsyncLifetime
{
    private static int _numbers;

    private readonly HttpMessageInvoker _http = Functions.Chat.WebhookSender.CreateHttp();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        _http.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task RunAsync_BudgetOfATeam_TellsItInTheChannelWithDriversOnce()
    {
        await using var chat = await WebhookReceiver.StartAsync();
        await aws.StoreWebhookAsync(chat.Address);
        await aws.BudgetAsync("finops-team-payments", 100, new JsonObject { ["TagKeyValue"] = new JsonArray("user:Team$payments") });
        var alert = Alert(Notifications.Budget("finops-team-payments", amount: "$4,321.00"));
        var mails = aws.Outbox().Count;

        var first = await RunAsync(alert, aws.Options(chat: true));
        var second = await RunAsync(alert, aws.Options(chat: true));

        var told = Assert.Single(first.Told);
        Assert.Equal(("payments", SendState.Sent, "Slack"), (told.Owner, told.State, told.Via));
        Assert.Equal(SendState.SentBefore, Assert.Single(second.Told).State);
        var message = Text(Assert.Single(chat.Messages));
        Assert.Contains("Budget finops-team-payments: spent $4,321.00 of $100.00", message, StringComparison.Ordinal);
        Assert.Contains("Forecast: $", message, StringComparison.Ordinal);
        Assert.Contains("Top services", message, StringComparison.Ordinal);
        Assert.Contains("Top accounts", message, StringComparison.Ordinal);
        Assert.Contains("%2Fdetails", message.Replace("/details", "%2Fdetails", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("could not be seen", message, StringComparison.Ordinal);
        Assert.Equal(mails, aws.Outbox().Count);
    }

    [Fact]
    public async Task RunAsync_NoChannel_MailsTheTeamAlone()
    {
        await aws.BudgetAsync("finops-team-search", 100, new JsonObject { ["TagKeyValue"] = new JsonArray("user:Team$search") });
        var before = aws.Outbox();

        var result = await RunAsync(Alert(Notifications.Budget("finops-team-search", "FORECASTED")), aws.Options(chat: false));

        Assert.Equal(SendState.Sent, Assert.Single(result.Told).State);
        var mail = Assert.Single(aws.Outbox().Except(before));
        Assert.Contains("search@example.com", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("readers@example.com", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_BudgetOfAnAccount_FindsItsOwnerByTheAccountsTag()
    {
        var account = aws.Owned[0];
        await aws.BudgetAsync($"finops-account-{account.Id}", 1, new JsonObject { ["LinkedAccount"] = new JsonArray(account.Id) });

        var result = await RunAsync(Alert(Notifications.Budget($"finops-account-{account.Id}")), aws.Options(chat: false) with { DryRun = true });

        var told = Assert.Single(result.Told);
        Assert.Equal(account.Tags["Team"], told.Owner);
        Assert.Contains($"({account.Id})", told.Text, StringComparison.Ordinal);
        Assert.Null(told.State);
    }

    [Fact]
    public async Task RunAsync_AnomalyInAccountsOfTwoTeams_TellsEachItsPart()
    {
        var (one, two) = (aws.Owned[0], aws.Owned.First(account => account.Tags["Team"] != aws.Owned[0].Tags["Team"]));

        var result = await RunAsync(Alert(Notifications.Anomaly((one.Id, 900), (two.Id, 101.25m))), aws.Options(chat: false) with { DryRun = true });

        Assert.Equal([one.Tags["Team"], two.Tags["Team"]], result.Told.Select(told => told.Owner));
        Assert.Contains($"({one.Id}): +$900.00", result.Told[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(two.Id, result.Told[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_PendingAction_SaysHowToApproveItAndApprovesNothing()
    {
        const string Name = "finops-it's \"a\" sandbox; rm -rf";
        await aws.BudgetAsync(Name, 1, []);
        var id = (string)(await aws.Calls.JsonAsync("budgets", "AWSBudgetServiceGateway.CreateBudgetAction", new JsonObject
        {
            ["AccountId"] = aws.Account,
            ["BudgetName"] = Name,
            ["ActionType"] = "APPLY_SCP_POLICY",
            ["NotificationType"] = "ACTUAL",
            ["ApprovalModel"] = "MANUAL",
            ["ActionThreshold"] = new JsonObject { ["ActionThresholdType"] = "PERCENTAGE", ["ActionThresholdValue"] = 100 },
            ["ExecutionRoleArn"] = $"arn:aws:iam::{aws.Account}:role/acts",
            ["Definition"] = JsonNode.Parse("""{"ScpActionDefinition":{"PolicyId":"p-examplescp01","TargetIds":["ou-ab12-prod0000"]}}"""),
            ["Subscribers"] = new JsonArray(new JsonObject { ["SubscriptionType"] = "EMAIL", ["Address"] = "finops@example.com" }),
        }))["ActionId"]!;

        var result = await RunAsync(Alert(Notifications.Budget(Name)), aws.Options(chat: false) with { DryRun = true });

        Assert.Contains("attach the service control policy p-examplescp01 to ou-ab12-prod0000", result.Told[0].Text, StringComparison.Ordinal);
        Assert.Contains($"finops run budget-action --budget 'finops-it'\\''s \"a\" sandbox; rm -rf' --action {id} --approve", result.Told[0].Text, StringComparison.Ordinal);
        Assert.Equal(0, aws.Server.Calls.Count("budgets", "ExecuteBudgetAction"));
    }

    [Theory]
    [InlineData("nobody knows this format <!channel> https://evil.example")]
    [InlineData("{\"a\":1}")]
    public async Task RunAsync_FormatThatNobodyKnows_IsDeliveredAsItCame(string text)
    {
        await using var chat = await WebhookReceiver.StartAsync();
        await aws.StoreWebhookAsync(chat.Address);

        var result = await RunAsync(Alert(text), aws.Options(chat: true));

        Assert.Equal("UnparsedAlert", result.Told[0].Alert);
        var message = Text(Assert.Single(chat.Messages));
        Assert.Contains("Unparsed alert", message, StringComparison.Ordinal);
        Assert.Contains(text.Split(' ')[0].Replace("\"", "\\\"", StringComparison.Ordinal), message.Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<!channel>", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ChannelRefuses_MailsInsteadAndOnlyOnce()
    {
        await using var chat = await WebhookReceiver.StartAsync((_, http) =>
        {
            http.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        await aws.StoreWebhookAsync(chat.Address);
        var before = aws.Outbox();
        var alert = Alert("something");

        await RunAsync(alert, aws.Options(chat: true));
        await RunAsync(alert, aws.Options(chat: true));

        Assert.Single(aws.Outbox().Except(before));
        Assert.Single(chat.Messages);
    }

    [Fact]
    public async Task RunAsync_BudgetThatIsNotThere_StillTellsAndSaysWhatItCouldNotSee()
    {
        var result = await RunAsync(Alert(Notifications.Budget("finops-team-mobile")), aws.Options(chat: false) with { DryRun = true });

        Assert.Equal("mobile", result.Told[0].Owner);
        Assert.Contains("the budget as it is now: FIN5005", result.Told[0].Text, StringComparison.Ordinal);
        Assert.Contains("$123.45", result.Told[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handler_OneOfTwoRecordsFails_FailsAndARetryTellsOnlyThatOne()
    {
        var down = true;
        await using var chat = await WebhookReceiver.StartAsync((request, http) =>
        {
            http.Response.StatusCode = down && request > 1 ? 500 : 200;
            return Task.CompletedTask;
        });
        await aws.StoreWebhookAsync(chat.Address);
        var payload = Notifications.Event(aws.Account, (Id(), "first"), (Id(), "second"));

        var failure = await Assert.ThrowsAsync<ProblemException>(() => InvokeAsync(payload, mail: false));
        var requests = chat.Messages.Count;
        down = false;
        var answer = await InvokeAsync(payload, mail: false);

        Assert.Equal("FIN5144", Assert.Single(failure.Problems).Id);
        Assert.Equal(requests + 1, chat.Messages.Count);
        Assert.Equal(["SentBefore", "Sent"], JsonNode.Parse(answer)!["told"]!.AsArray().Select(told => (string)told!["state"]!));
    }

    [Fact]
    public async Task Handler_WhateverHappens_NeverShowsTheWebhook()
    {
        await using var chat = await WebhookReceiver.StartAsync((request, http) =>
        {
            http.Response.StatusCode = 500;
            return http.Response.WriteAsync($"/services/{WebhookReceiver.Secret}");
        });
        await aws.StoreWebhookAsync(chat.Address);
        var shown = new StringBuilder();
        foreach (var address in new[] { chat.Address, $"https://unknown.example/{WebhookReceiver.Secret}", $"http://hooks.slack.com/{WebhookReceiver.Secret}", WebhookReceiver.Secret })
        {
            await aws.StoreWebhookAsync(address);
            var log = new StringBuilder();
            shown.Append((await Assert.ThrowsAsync<ProblemException>(() => InvokeAsync(Notifications.Event(aws.Account, (Id(), "text")), mail: false, log))).ToString()).Append(log);
        }

        foreach (var (key, content) in await aws.StoredAsync())
            shown.Append(key).Append(content);
        foreach (var call in aws.Server.Calls.SinceStart())
            shown.Append(call);
        foreach (var mail in aws.Outbox())
            shown.Append(mail);
        Assert.Contains("FIN5141", shown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(WebhookReceiver.Secret, shown.ToString(), StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(aws.Server.CredentialsFile)!, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.DoesNotContain(WebhookReceiver.Secret, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    private static string Id() => $"0da238f6-da6c-5214-96e1-{Interlocked.Increment(ref _numbers):000000000000}";

    private static string Text(JsonNode message) => string.Join('\n', Texts(message)).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(pair => Texts(pair.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private SnsAlert Alert(string message) => new(Id(), aws.Account, new DateTimeOffset(2026, 11, 21, 8, 15, 0, TimeSpan.Zero), "", message);

    private async Task<ResponderResult> RunAsync(SnsAlert alert, ResponderOptions options)
    {
        using var clients = aws.Clients(_http);
        return await BudgetResponder.RunAsync([alert], options, clients, new FixedTime(), CancellationToken.None);
    }

    private async Task<string> InvokeAsync(string payload, bool mail, StringBuilder? log = null)
    {
        using var clients = aws.Clients(_http);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(payload));
        using var reader = new StreamReader(await new BudgetResponderHandler(aws.Options(chat: true, mail), clients, new FixedTime())
            .HandleAsync(input, new TestContext { RemainingTime = TimeSpan.FromMinutes(10), Lines = log }));
        return await reader.ReadToEndAsync();
    }
}
