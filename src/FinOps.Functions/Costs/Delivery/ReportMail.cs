using Amazon.SimpleEmailV2.Model;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs.Rendering;

namespace FinOps.Functions.Costs.Delivery;

/// <summary>Mails the report: one HTML part and one text part.</summary>
internal static class ReportMail
{
    public static Task<string> SendAsync(
        CostReport report, DeliveryOptions options, string? fullReport, ReportClients clients, CancellationToken cancellationToken) =>
        AwsFailure.TranslatingAsync("ses:SendEmail", clients.Endpoint, async () =>
        {
            var html = await CostReportRenderer.MailAsync(report, fullReport).ConfigureAwait(false);
            var response = await clients.Mail.SendEmailAsync(
                new SendEmailRequest
                {
                    FromEmailAddress = options.From,
                    Destination = new Destination { ToAddresses = [.. options.To] },
                    Content = new EmailContent
                    {
                        Simple = new Message
                        {
                            Subject = Utf8(MailHeader.Value(MailText.Subject(report))),
                            Body = new Body { Html = Utf8(html), Text = Utf8(CostReportRenderer.Text(report)) },
                        },
                    },
                    ConfigurationSetName = options.ConfigurationSet,
                    EmailTags = [new MessageTag { Name = "report", Value = CostAnalyzer.FunctionName }],
                },
                cancellationToken).ConfigureAwait(false);
            return response.MessageId ?? "";
        });

    private static Content Utf8(string text) => new() { Data = text, Charset = "UTF-8" };
}
