using System.Collections.Immutable;
using FinOps.Policies.Model;
using FinOps.Core.Waivers;
using FinOps.Policies.Rules.Budget;
using FinOps.Policies.Rules.Cost;
using FinOps.Policies.Rules.Tags;
using FinOps.Policies.Rules.Upkeep;
using FinOps.Policies.Tagging;
using FinOps.Policies.Waivers;

namespace FinOps.Policies;

/// <summary>Every rule of the pack, in the order in which findings are shown.</summary>
public static class RuleCatalogue
{
    /// <summary>The rules without any waiver, for what describes or checks them.</summary>
    public static ImmutableArray<Rule> Create(StandardSource standards) => Create(standards, new WaiverBook(WaiverList.Empty, TimeProvider.System));

    public static ImmutableArray<Rule> Create(StandardSource standards, WaiverBook waivers) =>
    [
        new RequiredTagMissing(standards),
        new ValueNotAllowed(standards),
        new TagMisspelt(standards),
        new TagsNotPropagated(standards),
        new TagLimitExceeded(standards),
        new TaggableTypeUnknown(),
        new PreviousGenerationClass(),
        new PreviousGenerationVolume(),
        new LogGroupWithoutRetention(),
        new BucketWithoutLifecycle(),
        new NatGatewaysPerVpc(),
        new NonProductionDatabaseOversized(),
        new InstanceFamilyNotAllowed(),
        new ElasticIpUnattached(),
        new ProvisionedTableWithoutScaling(),
        new LambdaMemoryOrArchitecture(),
        new BackupWithoutExpiry(),
        new AcceleratedInstanceRestricted(),
        new TeamWithoutBudget(standards),
        new WaiverOutOfOrder(waivers),
    ];
}
