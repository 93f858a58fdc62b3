using System.Collections.Immutable;
using FinOps.Policies.Model;
using FinOps.Core.Baselines;
using FinOps.Core.Waivers;
using FinOps.Policies.Baselines;
using FinOps.Policies.Rules.Budget;
using FinOps.Policies.Rules.Cost;
using FinOps.Policies.Rules.Tags;
using FinOps.Policies.Rules.Upkeep;
using FinOps.Policies.Runs;
using FinOps.Policies.Tagging;
using FinOps.Policies.Waivers;

namespace FinOps.Policies;

/// <summary>Every rule of the pack, in the order in which findings are shown.</summary>
public static class RuleCatalogue
{
    /// <summary>The rules without waivers and baseline, for what describes or checks them.</summary>
    public static ImmutableArray<Rule> Create(StandardSource standards)
    {
        var ledger = new RunLedger();
        return Create(standards, new WaiverBook(WaiverList.Empty, ledger, TimeProvider.System), new BaselineBook(Baseline.Empty, ledger), TimeProvider.System);
    }

    public static ImmutableArray<Rule> Create(StandardSource standards, WaiverBook waivers, BaselineBook baseline, TimeProvider time) =>
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
        new BackupWithoutExpiry(time),
        new AcceleratedInstanceRestricted(),
        new TeamWithoutBudget(standards),
        new WaiverOutOfOrder(waivers),
        new BaselineEntryStale(baseline),
    ];
}
