namespace FinOps.Infra.Reporting.Functions;

/// <summary>Reads what the other functions stored; needs nothing but the bucket, mail and, when it is asked to, the channel.</summary>
internal sealed class DigestFunction : IPlatformFunction
{
    public string Name => "digest";

    public bool StoresReports => true;

    public FunctionDeclaration? Declare(FunctionScope scope)
    {
        var settings = scope.Settings.Digest;
        if (!settings.Enabled)
        {
            return null;
        }

        var environment = scope.ReportingEnvironment();
        List<object> statements = [scope.StoreReports(), scope.KnowWhatIsStored(), scope.MailReports()];
        if (settings.Chat)
        {
            scope.AddChat(environment);
            statements.AddRange(scope.WriteToChat());
        }

        return new FunctionDeclaration(Name, "Tells each owner once a week what all reports found: new, still open, fixed.", settings.Schedule, statements, environment)
        {
            SecretsKey = settings.Chat ? scope.SecretsKey : null,
        };
    }
}
