using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws;

/// <summary>What every aws provider of a run starts from; a provider resource can say otherwise.</summary>
public sealed record AwsProviderOptions
{
    /// <summary>Where AWS is spoken, for example the embedded AWS. The provider's <c>endpoints</c> win for their services.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The keys to sign with. The provider's own <c>accessKey</c> and <c>secretKey</c> win.</summary>
    public required AwsKeys Keys { get; init; }

    /// <summary>Used where the provider names none.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>Signs and waits by this clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
