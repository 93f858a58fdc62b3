namespace FinOps.LocalEngine.Providers.Aws.Schema;

internal sealed record ResourceType(string Token, Members Inputs, Members Outputs, IReadOnlyList<string> SecretOutputs)
{
    /// <summary>Accepts the provider's default tags.</summary>
    public bool HasTagMap => Outputs.Contains("tagsAll");

    /// <summary>For example <c>s3</c> of <c>aws:s3/bucket:Bucket</c>.</summary>
    public string Module => Token[(Token.IndexOf(':', StringComparison.Ordinal) + 1)..Token.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>For example <c>Bucket</c> of <c>aws:s3/bucket:Bucket</c>.</summary>
    public string ClassName => Token[(Token.LastIndexOf(':') + 1)..];
}
