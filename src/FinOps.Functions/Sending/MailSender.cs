using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Delivery;

namespace FinOps.Functions.Sending;

/// <summary>One mail, and whether it went out.</summary>
/// <param name="from">A verified identity of SES.</param>
/// <param name="configurationSet">Null for the sender's own.</param>
public sealed class MailSender(IAmazonSimpleEmailServiceV2 mail, string endpoint, string from, string? configurationSet)
{
    public const string MayHaveArrived = "FIN5145";

    /// <param name="report">The function that mails, for SES's statistics.</param>
    public async Task<SendOutcome> SendAsync(string report, IReadOnlyList<string> to, string subject, string html, string text, CancellationToken cancellationToken)
    {
        try
        {
            var response = await mail.SendEmailAsync(
                new SendEmailRequest
                {
                    FromEmailAddress = from,
                    Destination = new Destination { ToAddresses = [.. to] },
                    Content = new EmailContent { Simple = new Message { Subject = Utf8(MailHeader.Value(subject)), Body = new Body { Html = Utf8(html), Text = Utf8(text) } } },
                    ConfigurationSetName = configurationSet,
                    EmailTags = [new MessageTag { Name = "report", Value = report }],
                },
                cancellationToken).ConfigureAwait(false);
            return SendOutcome.Sent(response.MessageId ?? "");
        }
        // SES said no, or was never reached: it has not taken the mail.
        catch (Exception failure) when (failure is AmazonServiceException service && (int)service.StatusCode is >= 400 and < 500 || NeverConnected(failure))
        {
            return SendOutcome.NotSent(AwsFailure.Problem("ses:SendEmail", endpoint, failure).Problems[0]);
        }
        catch (Exception failure) when (AwsFailure.IsAws(failure) || failure is OperationCanceledException)
        {
            return SendOutcome.MayBeSent(new Problem(
                MayHaveArrived, endpoint, "ses:SendEmail", failure is OperationCanceledException ? "no answer before the end of the invocation" : failure.Message.ReplaceLineEndings(" "),
                "an answer of SES", "Ask the receiver; the mail may have gone out. It is not sent again by itself."));
        }
    }

    private static bool NeverConnected(Exception? failure) => failure switch
    {
        null => false,
        SocketException socket => socket.SocketErrorCode is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.NetworkUnreachable or SocketError.HostUnreachable,
        _ => NeverConnected(failure.InnerException),
    };

    private static Content Utf8(string text) => new() { Data = text, Charset = "UTF-8" };
}
