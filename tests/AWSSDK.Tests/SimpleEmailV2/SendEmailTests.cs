using System.Text.Json;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using AWSSDK.Tests.Support;

namespace AWSSDK.Tests.SimpleEmailV2;

public sealed class SendEmailTests
{
    [Fact]
    public async Task SendEmail_Sent_IsRestJsonWithBase64Attachment()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(200, """{"MessageId":"m-1"}""", "application/json"));
        using var client = Client(server);

        var response = await client.SendEmailAsync(new SendEmailRequest
        {
            FromEmailAddress = "finops@example.com",
            Destination = new Destination { ToAddresses = ["a@example.com"] },
            Content = new EmailContent
            {
                Simple = new Message
                {
                    Subject = new Content { Data = "Größe", Charset = "UTF-8" },
                    Body = new Body { Text = new Content { Data = "text" } },
                    Attachments = [new Attachment { FileName = "a.csv", RawContent = new MemoryStream([1, 2, 3]) }],
                },
            },
        });

        Assert.Equal("m-1", response.MessageId);
        var sent = Assert.Single(server.Requests);
        Assert.Equal("/v2/email/outbound-emails", sent.Path);
        Assert.False(sent.Headers.ContainsKey("X-Amz-Target"));
        Assert.Equal("application/json", sent.Headers["Content-Type"]);
        Assert.Contains("/us-east-1/ses/aws4_request", sent.Headers["Authorization"], StringComparison.Ordinal);
        using var body = JsonDocument.Parse(sent.Body);
        var simple = body.RootElement.GetProperty("Content").GetProperty("Simple");
        Assert.Equal("Größe", simple.GetProperty("Subject").GetProperty("Data").GetString());
        Assert.Equal("AQID", simple.GetProperty("Attachments")[0].GetProperty("RawContent").GetString());
    }

    [Fact]
    public async Task SendEmail_RejectedByErrorTypeHeader_ThrowsTypedException()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(400, """{"message":"Email address is not verified."}""", "application/json")
        {
            Headers = new Dictionary<string, string> { ["x-amzn-errortype"] = "MessageRejected" },
        });
        using var client = Client(server);

        var failure = await Assert.ThrowsAsync<MessageRejected>(() => client.SendEmailAsync(new SendEmailRequest()));

        Assert.Equal("Email address is not verified.", failure.Message);
    }

    private static AmazonSimpleEmailServiceV2Client Client(FakeServer server) => new(Clients.Credentials, Clients.For<AmazonSimpleEmailServiceV2Config>(server));
}
