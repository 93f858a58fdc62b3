namespace Pulumi.Aws.Generator.Schema;

internal sealed class FunctionModel(string token, List<Member> args, List<Member> result)
{
    public string Token { get; } = token;

    public string ClassName { get; } = char.ToUpperInvariant(token[token.LastIndexOf(':') + 1]) + token.Substring(token.LastIndexOf(':') + 2);

    public List<Member> Args { get; } = args;

    public List<Member> Result { get; } = result;
}
