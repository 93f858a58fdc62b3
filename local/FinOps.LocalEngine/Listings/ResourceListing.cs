namespace FinOps.LocalEngine.Listings;

/// <summary>What kind of file lists the resources.</summary>
public enum ListingKind
{
    /// <summary>A deployment, as <c>pulumi stack export</c> writes it and as the engine keeps it, or a checkpoint of a self-managed backend.</summary>
    State,

    /// <summary>What <c>pulumi preview --json</c> writes.</summary>
    Plan,
}

/// <summary>A file with the resources of one stack.</summary>
public sealed record ResourceListing(ListingKind Kind, string File);
