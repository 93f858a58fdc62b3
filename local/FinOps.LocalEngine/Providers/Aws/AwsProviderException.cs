namespace FinOps.LocalEngine.Providers.Aws;

/// <summary>Why a resource could not be applied or a function not be answered; the message says what, where and what to do next.</summary>
public sealed class AwsProviderException(string id, string message, Exception? inner = null) : Exception($"{id} {message}", inner)
{
    /// <summary>FIN3060 to FIN3066; docs/errors has a page of that name.</summary>
    public string Id { get; } = id;
}
