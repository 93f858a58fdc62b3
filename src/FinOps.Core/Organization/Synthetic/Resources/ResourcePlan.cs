using FinOps.Core.Inventory;

namespace FinOps.Core.Organization.Synthetic.Resources;

/// <summary>A resource before it is made: enough to tell whether it is asked for.</summary>
/// <param name="Region">"global" for what belongs to no region.</param>
/// <param name="Make">Makes it, from nothing but the seed.</param>
internal readonly record struct ResourcePlan(string Region, ulong Hash, Func<string, ulong, SyntheticResource> Make)
{
    public string ListedIn => Region == LiveResource.Global ? SyntheticRegions.Home : Region;

    public SyntheticResource Build() => Make(Region, Hash);
}
