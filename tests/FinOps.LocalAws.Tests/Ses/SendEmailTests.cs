using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Ses;

public sealed class SendEmailTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    [Fact]
    public async Task SendEmail_Simple_LandsInTheOutboxWithItsHtmlBeside()
    {
        var sent = await endpoint.Calls.RestAsync("ses", HttpMethod.Post, "/v2/email/outbound-emails", Mail("finops@example.com", "Cost report"));

        var id = (string)sent["MessageId"]!;
        var eml = await File.ReadAllTextAsync(Directory.GetFiles(endpoint.Server.OutboxDirectory, $"*{id}.eml").Single());
        var html = await File.ReadAllTextAsync(Directory.GetFiles(endpoint.Server.OutboxDirectory, $"*{id}.html").Single());
        Assert.Contains("Subject: Cost report\r\n", eml, StringComparison.Ordinal);
        Assert.Contains("To: team@example.com\r\n", eml, StringComparison.Ordinal);
        Assert.Contains("multipart/alternative", eml, StringComparison.Ordinal);
        Assert.Equal("<p>Überblick</p>", html);
    }

    [Theory]
    [InlineData("no-address", "Cost report")]
    [InlineData("a@b.example\r\nBcc: x@y.example", "Cost report")]
    [InlineData("finops@example.com", "Two\r\nlines")]
    [InlineData("finops@example.com", "")]
    public async Task SendEmail_BadHeader_IsRefused(string from, string subject) =>
        Assert.Equal("BadRequestException", (await Assert.ThrowsAsync<RefusedException>(() =>
            endpoint.Calls.RestAsync("ses", HttpMethod.Post, "/v2/email/outbound-emails", Mail(from, subject)))).Code);

    [Fact]
    public async Task SendEmail_UnknownConfigurationSet_IsNotFound()
    {
        var mail = Mail("finops@example.com", "x");
        mail["ConfigurationSetName"] = "nobody";

        Assert.Equal((404, "NotFoundException"), await RefusedAsync(HttpMethod.Post, "/v2/email/outbound-emails", mail));
    }

    [Fact]
    public async Task Identity_CreatedWithTags_ComesBackVerified()
    {
        await endpoint.Calls.RestAsync("ses", HttpMethod.Post, "/v2/email/identities", new JsonObject
        {
            ["EmailIdentity"] = "reports@example.com",
            ["Tags"] = new JsonArray(new JsonObject { ["Key"] = "Team", ["Value"] = "FinOps" }),
        });

        var identity = await endpoint.Calls.RestAsync("ses", HttpMethod.Get, "/v2/email/identities/reports%40example.com");
        var again = await RefusedAsync(HttpMethod.Post, "/v2/email/identities", new JsonObject { ["EmailIdentity"] = "reports@example.com" });

        Assert.Equal("EMAIL_ADDRESS", (string?)identity["IdentityType"]);
        Assert.Equal("FinOps", (string?)identity["Tags"]![0]!["Value"]);
        Assert.Equal("AlreadyExistsException", again.Code);
    }

    private static JsonObject Mail(string from, string subject) => new()
    {
        ["FromEmailAddress"] = from,
        ["Destination"] = new JsonObject { ["ToAddresses"] = new JsonArray("team@example.com") },
        ["Content"] = new JsonObject
        {
            ["Simple"] = new JsonObject
            {
                ["Subject"] = new JsonObject { ["Data"] = subject },
                ["Body"] = new JsonObject { ["Text"] = new JsonObject { ["Data"] = "text" }, ["Html"] = new JsonObject { ["Data"] = "<p>Überblick</p>" } },
            },
        },
    };

    private async Task<(int Status, string Code)> RefusedAsync(HttpMethod method, string path, JsonObject input)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => endpoint.Calls.RestAsync("ses", method, path, input));
        return (refused.Status, refused.Code);
    }
}
