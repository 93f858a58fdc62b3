namespace Pulumi.Aws.Generator.Schema;

internal sealed class ResourceModel(string token)
{
    public string Token { get; } = token;

    public bool IsProvider { get; } = token.StartsWith("pulumi:providers:", StringComparison.Ordinal);

    public string ClassName => IsProvider ? "Provider" : Token.Substring(Token.LastIndexOf(':') + 1);

    public List<string> Aliases { get; } = [];

    public List<string> SecretOutputs { get; } = [];

    public List<Member> Inputs { get; } = [];

    public List<Member> Outputs { get; } = [];

    public List<Member> State { get; } = [];
}
