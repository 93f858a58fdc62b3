using FinOps.Core.Organization.Synthetic.Resources;

namespace FinOps.LocalAws.Services.AutoScaling;

/// <param name="Members">Ids of the instances that it has started.</param>
internal sealed record Group(SyntheticResource Resource, int Min, int Max, int Desired, IReadOnlyList<string> Members)
{
    public string Name => Resource.Id;
}
