using FinOps.Core.Organization.Synthetic.Resources;

namespace FinOps.LocalAws.Services.Ec2;

/// <param name="Since">When it was started or stopped by a call; null when no call did.</param>
internal sealed record Instance(SyntheticResource Resource, InstanceState State, DateTimeOffset? Since)
{
    public string Id => Resource.Id;

    public IReadOnlyDictionary<string, string> Tags => Resource.Live.Tags;

    /// <summary>One in twelve of those in no group is a Spot instance.</summary>
    public bool IsSpot => Resource.Group is null && Id[^1] is 'q' or 'z' or '7';
}
