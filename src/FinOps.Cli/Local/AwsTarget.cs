using System.CommandLine;

namespace FinOps.Cli.Local;

/// <summary>The options by which a command chooses its AWS: the real one, one at AWS_ENDPOINT_URL, or the embedded one.</summary>
internal sealed class AwsTarget
{
    private readonly Option<string> _aws = new("--aws")
    {
        Description = "local: the embedded AWS. real: AWS, with the credentials of the environment. auto: AWS_ENDPOINT_URL when it is set, else local.",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<string> _folder = CommonOptions.Folder();
    private readonly OrganizationOptions _organization = new();

    public void AddTo(Command command)
    {
        _aws.AcceptOnlyFromAmong("auto", "local", "real");
        command.Add(_aws);
        command.Add(_folder);
        _organization.AddTo(command);
    }

    public async Task<AwsSession> OpenAsync(ParseResult parsed, TimeProvider time, CancellationToken cancellationToken)
    {
        var folder = parsed.GetValue(_folder)!;
        return parsed.GetValue(_aws) switch
        {
            "real" => AwsSession.Real(),
            "auto" when AwsSession.FromEnvironment() is { } given => given,
            _ => await AwsSession.StartEmbeddedAsync(folder, _organization.Read(parsed, AwsSession.DataDirectory(folder), time), time, port: 0, cancellationToken),
        };
    }
}
