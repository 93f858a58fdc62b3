using System.Collections.Immutable;
using FinOps.Policies.Model;
using FinOps.Policies.Rules.Cost;
using FinOps.Policies.Rules.Tags;
using FinOps.Policies.Tagging;

namespace FinOps.Policies;

/// <summary>Every rule of the pack, in the order in which findings are shown.</summary>
public static class RuleCatalogue
{
    public static ImmutableArray<Rule> Create(StandardSource standards) =>
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
    ];
}
