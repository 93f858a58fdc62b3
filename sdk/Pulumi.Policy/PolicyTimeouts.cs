namespace Pulumi.Policy;

/// <summary>Custom timeouts of a resource; null where the program set none.</summary>
public sealed record PolicyTimeouts(TimeSpan? Create, TimeSpan? Update, TimeSpan? Delete, TimeSpan? Read);
