using Pulumi;
using Pulumi.Aws.SesV2;
using Pulumi.Aws.SesV2.Inputs;

namespace FinOps.Infra.Reporting.Mail;

/// <summary>What SES needs to send reports: the sender's identity, and the configuration set under which they go out.</summary>
public sealed class ReportMail : ComponentResource
{
    internal ReportMail(string name, ReportingPlatformArgs args, Output<string>? opsTopic, ComponentResourceOptions? options = null)
        : base("finops:reporting:ReportMail", name, options)
    {
        var (settings, parent) = (args.Settings.Mail, new CustomResourceOptions { Parent = this });
        var set = settings.ConfigurationSet ? Set(args, parent) : null;
        if (set is not null && opsTopic is not null)
        {
            _ = new ConfigurationSetEventDestination("reports", new ConfigurationSetEventDestinationArgs
            {
                ConfigurationSetName = set.ConfigurationSetName,
                EventDestinationName = "operations",
                EventDestination = new ConfigurationSetEventDestinationEventDestinationArgs
                {
                    Enabled = true,
                    MatchingEventTypes = { "BOUNCE", "COMPLAINT", "REJECT" },
                    SnsDestination = new ConfigurationSetEventDestinationEventDestinationSnsDestinationArgs { TopicArn = opsTopic },
                },
            }, parent);
        }

        if (settings.Identity is not MailIdentity.Elsewhere)
        {
            // The set is named with each mail; as the identity's default it would reach mail of others too.
            _ = new EmailIdentity("sender", new EmailIdentityArgs
            {
                EmailIdentityDetails = settings.Identity is MailIdentity.Address ? args.Settings.From : DomainOf(args.Settings.From),
                Tags = args.Tags,
            }, parent);
        }

        ConfigurationSet = set?.ConfigurationSetName;
        RegisterOutputs();
    }

    /// <summary>Its name; null when reports go out without one.</summary>
    public Output<string>? ConfigurationSet { get; }

    internal static string SetName(string stackName) => $"finops-{stackName}-reports";

    internal static string DomainOf(string address) => address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..];

    private static ConfigurationSet Set(ReportingPlatformArgs args, CustomResourceOptions options) => new("reports", new ConfigurationSetArgs
    {
        ConfigurationSetName = SetName(args.StackName),
        DeliveryOptions = new ConfigurationSetDeliveryOptionsArgs { TlsPolicy = "REQUIRE" },
        ReputationOptions = new ConfigurationSetReputationOptionsArgs { ReputationMetricsEnabled = true },
        SendingOptions = new ConfigurationSetSendingOptionsArgs { SendingEnabled = true },
        SuppressionOptions = new ConfigurationSetSuppressionOptionsArgs { SuppressedReasons = { "BOUNCE", "COMPLAINT" } },
        Tags = args.Tags,
    }, options);
}
