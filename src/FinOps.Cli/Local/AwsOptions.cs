using System.CommandLine;

namespace FinOps.Cli.Local;

/// <summary>Which AWS a command works with: the data folder and the organization of the embedded one.</summary>
internal sealed class AwsOptions
{
    private readonly Option<string> _data = CommonOptions.Folder();
    private readonly OrganizationOptions _organization = new();

    public void AddTo(Command command)
    {
        command.Add(_data);
        _organization.AddTo(command);
    }

    public string DataFolder(ParseResult parsed) => parsed.GetValue(_data)!;

    /// <summary>The AWS that AWS_ENDPOINT_URL names, or else an embedded one for as long as the command runs.</summary>
    public async Task<AwsSession> OpenAsync(ParseResult parsed, TimeProvider time, CancellationToken cancellationToken) =>
        await AwsSession.FromEnvironmentAsync(cancellationToken) ?? await StartEmbeddedAsync(parsed, time, cancellationToken);

    public Task<AwsSession> StartEmbeddedAsync(ParseResult parsed, TimeProvider time, CancellationToken cancellationToken)
    {
        var folder = DataFolder(parsed);
        return AwsSession.StartEmbeddedAsync(folder, _organization.Read(parsed, AwsSession.DataDirectory(folder), time), time, port: 0, cancellationToken);
    }
}
