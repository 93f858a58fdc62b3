using Amazon.Organizations;
using Amazon.SimpleSystemsManagement;
using FinOps.Functions.Aws;
using FinOps.Functions.Chat;

namespace FinOps.Functions.Responder;

/// <summary>What the functions that write to people call, besides what reports call.</summary>
public sealed record ResponderClients(ReportClients Reports, IAmazonOrganizations Organization, IAmazonSimpleSystemsManagement Parameters, WebhookSender Webhooks) : IDisposable
{
    public static ResponderClients Create(AwsConnection aws, WebhookSender webhooks)
    {
        ArgumentNullException.ThrowIfNull(aws);
        return new ResponderClients(
            ReportClients.Create(aws),
            new AmazonOrganizationsClient(aws.Credentials, aws.Configure(new AmazonOrganizationsConfig(), AwsConnection.GlobalRegion)),
            new AmazonSimpleSystemsManagementClient(aws.Credentials, aws.Configure(new AmazonSimpleSystemsManagementConfig())),
            webhooks);
    }

    public void Dispose()
    {
        Reports.Dispose();
        Organization.Dispose();
        Parameters.Dispose();
    }
}
