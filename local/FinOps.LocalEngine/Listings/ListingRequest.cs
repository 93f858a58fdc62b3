using System.Collections.Immutable;
using FinOps.LocalEngine.Deployments;

namespace FinOps.LocalEngine.Listings;

/// <summary>Which packs judge which listed resources.</summary>
public sealed record ListingRequest
{
    public required ResourceListing Listing { get; init; }

    public required ImmutableArray<PolicyPackRequest> PolicyPacks { get; init; }

    /// <summary>Used when the file lists no resource that could name its stack.</summary>
    public string StackName { get; init; } = "dev";

    public string Organization { get; init; } = "organization";

    /// <summary>Assemblies of projects that are built already, by the folders of the projects: nothing is built for them, and MSBuild is not asked.</summary>
    public ImmutableDictionary<string, string> Built { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Where packs run, so that relative paths in their configs mean what they mean in a deployment.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Added to the environment of the packs.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
