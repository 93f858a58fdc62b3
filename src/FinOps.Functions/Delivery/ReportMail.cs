using Amazon.SimpleEmailV2.Model;
using FinOps.Functions.Aws;
using FinOps.Functions.Rendering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Delivery;

/// <summary>Mails the report: one HTML part and one text part.</summary>
internal static class ReportMail
{
    public static Task<string> SendAsync<TReport>(
        TReport report, MailedReportRenderer<TReport> renderer, DeliveryOptions options, PageLink? page, ReportClients clients, CancellationToken cancellationToken)
        where TReport : IReport =>
        AwsFailure.TranslatingAsync("ses:SendEmail", clients.Endpoint, async () =>
        {
            var html = await renderer.MailAsync(report, page).ConfigureAwait(false);
            var response = await clients.Mail.SendEmailAsync(
                new SendEmailRequest
                {
                    FromEmailAddress = options.From,
                    Destination = new Destination { ToAddresses = [.. options.To] },
                    Content = new EmailContent
                    {
                        Simple = new Message
                        {
                            Subject = Utf8(MailHeader.Value(renderer.Subject(report))),
                            Body = new Body { Html = Utf8(html), Text = Utf8(renderer.Text(report)) },
                        },
                    },
                    ConfigurationSetName = options.ConfigurationSet,
                    EmailTags = [new MessageTag { Name = "report", Value = report.FunctionName }],
                },
                cancellationToken).ConfigureAwait(false);
            return response.MessageId ?? "";
        });

    private static Content Utf8(string text) => new() { Data = text, Charset = "UTF-8" };
}
