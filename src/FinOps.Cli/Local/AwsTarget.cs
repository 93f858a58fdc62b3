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

    private readonly AwsOptions _local = new();

    public void AddTo(Command command)
    {
        _aws.AcceptOnlyFromAmong("auto", "local", "real");
        command.Add(_aws);
        _local.AddTo(command);
    }

    public async Task<AwsSession> OpenAsync(ParseResult parsed, TimeProvider time, CancellationToken cancellationToken) => parsed.GetValue(_aws) switch
    {
        "real" => AwsSession.Real(),
        "auto" => await _local.OpenAsync(parsed, time, cancellationToken),
        _ => await _local.StartEmbeddedAsync(parsed, time, cancellationToken),
    };
}
