namespace FinOps.LocalEngine.Resources;

/// <summary>How long a provider may take; null where the program said nothing.</summary>
public sealed record CustomTimeouts(TimeSpan? Create, TimeSpan? Update, TimeSpan? Delete, TimeSpan? Read);
