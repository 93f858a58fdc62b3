using FinOps.Infra.Members;
using FinOps.Infra.Permissions;
using FinOps.Infra.Reporting.Mail;
using Pulumi;

namespace FinOps.Infra.Reporting.Functions;

/// <summary>What a function may be declared with, and the settings and permissions that several functions share.</summary>
/// <param name="ConfigurationSet">Under which reports are mailed; null for none.</param>
/// <param name="SecretsKey">The key of the functions' secrets; null where nothing is secret.</param>
internal sealed record FunctionScope(ReportingPlatformArgs Args, Output<string> BucketName, Output<string>? ConfigurationSet, Output<string>? SecretsKey)
{
    public ReportingSettings Settings => Args.Settings;

    public string BucketArn => $"arn:aws:s3:::{Args.BucketName}";

    /// <summary>For a function that stores reports.</summary>
    public InputMap<string> StoringEnvironment() => new() { { "FINOPS_REPORT_BUCKET", BucketName } };

    /// <summary>For a function that stores reports and mails them.</summary>
    public InputMap<string> ReportingEnvironment()
    {
        var environment = StoringEnvironment();
        environment.Add("FINOPS_REPORT_FROM", Settings.From);
        environment.Add("FINOPS_REPORT_TO", string.Join(',', Settings.To));
        if (ConfigurationSet is not null)
        {
            environment.Add("FINOPS_REPORT_CONFIGURATION_SET", ConfigurationSet);
        }

        return environment;
    }

    /// <summary>For a function that writes to the chat channel; adds nothing where there is none.</summary>
    public void AddChat(InputMap<string> environment)
    {
        if (Settings.Chat is not { } chat)
        {
            return;
        }

        environment.Add("FINOPS_CHAT_WEBHOOK_PARAMETER", ChatWebhook.Name(Args.StackName));
        if (chat.Kind != ChatKind.ByHost)
        {
            environment.Add("FINOPS_CHAT_KIND", chat.Kind.ToString().ToLowerInvariant());
        }
    }

    /// <summary>What <see cref="AddChat"/> needs, besides the key of the secrets.</summary>
    public IEnumerable<object> WriteToChat() => Settings.Chat is null ? [] :
        [PolicyDocument.Allow("ReadWebhook", ["ssm:GetParameter"], $"arn:aws:ssm:{Args.Region}:{Args.AccountId}:parameter{ChatWebhook.Name(Args.StackName)}")];

    /// <summary>For a function that enters member accounts; adds nothing where they have no roles.</summary>
    /// <param name="role">Which of the roles; null when there is none.</param>
    public void AddMembers(InputMap<string> environment, string variable, Func<MemberAccess, string?> role)
    {
        if (Args.Members is { } members && role(members) is { } name)
        {
            environment.Add(variable, name);
            environment.Add("FINOPS_MEMBER_EXTERNAL_ID", members.ExternalId);
        }
    }

    public object StoreReports() => PolicyDocument.Allow("StoreReports", ["s3:PutObject", "s3:GetObject"], $"{BucketArn}/*");

    /// <summary>The list is for the index; without it S3 also answers 403 instead of 404 for an object that is not there.</summary>
    public object KnowWhatIsStored() => PolicyDocument.Allow("KnowWhatIsStored", ["s3:ListBucket"], BucketArn);

    /// <summary>SES asks for the configuration set too when mail names one.</summary>
    public object MailReports()
    {
        var identities = $"arn:aws:ses:{Args.Region}:{Args.AccountId}:identity/";
        string[] set = Settings.Mail.ConfigurationSet ? [$"arn:aws:ses:{Args.Region}:{Args.AccountId}:configuration-set/{ReportMail.SetName(Args.StackName)}"] : [];
        return PolicyDocument.Allow("MailReports", ["ses:SendEmail"], [identities + Settings.From, identities + ReportMail.DomainOf(Settings.From), .. set]);
    }

    /// <summary>The accounts, and a role in each; the list alone where there are no roles. Organizations knows no resource-level permissions for its lists.</summary>
    public IEnumerable<object> EnterMembers(Func<MemberAccess, string?> role)
    {
        yield return PolicyDocument.Allow("FindAccounts", ["organizations:ListAccounts"], "*");
        if (Args.Members is { } members && role(members) is { } name)
        {
            yield return PolicyDocument.Allow("EnterMembers", ["sts:AssumeRole"], $"arn:aws:iam::*:role/{name}");
        }
    }
}
