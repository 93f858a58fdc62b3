using System.Collections.Immutable;

namespace Pulumi.Policy;

/// <param name="DeleteBeforeReplace">Null when the program did not say.</param>
/// <param name="Aliases">URNs.</param>
/// <param name="Parent">URN, or empty.</param>
public sealed record PolicyResourceOptions(
    bool Protect,
    ImmutableArray<string> IgnoreChanges,
    bool? DeleteBeforeReplace,
    ImmutableArray<string> AdditionalSecretOutputs,
    ImmutableArray<string> Aliases,
    PolicyTimeouts Timeouts,
    string Parent);
