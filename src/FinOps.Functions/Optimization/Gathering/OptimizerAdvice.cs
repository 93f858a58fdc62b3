using Amazon.ComputeOptimizer.Model;
using FinOps.Core.Costs;
using FinOps.Core.Optimization;

namespace FinOps.Functions.Optimization.Gathering;

/// <summary>Compute Optimizer's findings as advice. Savings are after discounts where it tells them. Of several options for one action the best ranked counts.</summary>
internal static class OptimizerAdvice
{
    public static IEnumerable<Advice> Of(InstanceRecommendation found) => Best(found.InstanceArn, found.AccountId, ResourceTypes.Instance, found.LookBackPeriodInDays, found.Tags,
        (found.RecommendationOptions ?? []).Select(option => new Option(
            option.Rank, InstanceAction(found.CurrentInstanceType, option.InstanceType),
            Amount(option.SavingsOpportunityAfterDiscounts?.EstimatedMonthlySavings?.Value, option.SavingsOpportunityAfterDiscounts?.EstimatedMonthlySavings?.Currency?.Value) ?? Amount(option.SavingsOpportunity),
            found.CurrentInstanceType, option.InstanceType)));

    public static IEnumerable<Advice> Of(AutoScalingGroupRecommendation found) => Best(found.AutoScalingGroupArn, found.AccountId, ResourceTypes.Group, found.LookBackPeriodInDays, null,
        (found.RecommendationOptions ?? []).Select(option => new Option(
            option.Rank, InstanceAction(found.CurrentConfiguration?.InstanceType, option.Configuration?.InstanceType),
            Amount(option.SavingsOpportunityAfterDiscounts?.EstimatedMonthlySavings?.Value, option.SavingsOpportunityAfterDiscounts?.EstimatedMonthlySavings?.Currency?.Value) ?? Amount(option.SavingsOpportunity),
            found.CurrentConfiguration?.InstanceType, option.Configuration?.InstanceType)));

    public static IEnumerable<Advice> Of(VolumeRecommendation found) => Best(found.VolumeArn, found.AccountId, ResourceTypes.Volume, found.LookBackPeriodInDays, found.Tags,
        (found.VolumeRecommendationOptions ?? []).Select(option => new Option(
            option.Rank, option.Configuration?.VolumeType == found.CurrentConfiguration?.VolumeType ? SavingAction.Rightsize : SavingAction.Upgrade,
            Amount(option.SavingsOpportunityAfterDiscounts?.EstimatedMonthlySavings?.Value, option.SavingsOpportunityAfterDiscounts?.EstimatedMonthlySavings?.Currency?.Value) ?? Amount(option.SavingsOpportunity),
            found.CurrentConfiguration?.VolumeType, option.Configuration?.VolumeType)));

    public static IEnumerable<Advice> Of(LambdaFunctionRecommendation found) => Best(found.FunctionArn, found.AccountId, ResourceTypes.Function, found.LookbackPeriodInDays, found.Tags,
        (found.MemorySizeRecommendationOptions ?? []).Select(option => new Option(
            option.Rank, SavingAction.Rightsize,
            Amount(option.SavingsOpportunityAfterDiscounts?.EstimatedMonthlySavings?.Value, option.SavingsOpportunityAfterDiscounts?.EstimatedMonthlySavings?.Currency?.Value) ?? Amount(option.SavingsOpportunity),
            $"{found.CurrentMemorySize} MB", $"{option.MemorySize} MB")));

    public static IEnumerable<Advice> Of(RDSDBRecommendation found) =>
    [
        .. Best(found.ResourceArn, found.AccountId, ResourceTypes.Database, found.LookbackPeriodInDays, found.Tags,
            (found.InstanceRecommendationOptions ?? []).Select(option => new Option(
                option.Rank, InstanceAction(found.CurrentDBInstanceClass, option.DbInstanceClass),
                Amount(option.SavingsOpportunityAfterDiscounts?.EstimatedMonthlySavings?.Value, option.SavingsOpportunityAfterDiscounts?.EstimatedMonthlySavings?.Currency?.Value) ?? Amount(option.SavingsOpportunity),
                found.CurrentDBInstanceClass, option.DbInstanceClass))),
        .. Best(found.ResourceArn, found.AccountId, ResourceTypes.DatabaseStorage, found.LookbackPeriodInDays, found.Tags,
            (found.StorageRecommendationOptions ?? []).Select(option => new Option(
                option.Rank, option.StorageConfiguration?.StorageType == found.CurrentStorageConfiguration?.StorageType ? SavingAction.Rightsize : SavingAction.Upgrade,
                Amount(option.SavingsOpportunityAfterDiscounts?.EstimatedMonthlySavings?.Value, option.SavingsOpportunityAfterDiscounts?.EstimatedMonthlySavings?.Currency?.Value) ?? Amount(option.SavingsOpportunity),
                found.CurrentStorageConfiguration?.StorageType, option.StorageConfiguration?.StorageType))),
    ];

    public static IEnumerable<Advice> Of(IdleRecommendation found)
    {
        var after = found.SavingsOpportunityAfterDiscounts?.EstimatedMonthlySavings;
        var before = found.SavingsOpportunity?.EstimatedMonthlySavings;
        var type = ResourceTypes.Of(found.ResourceType?.Value);
        // What runs idle is stopped first and looked at later; what can only be kept or removed is removed.
        var action = type is ResourceTypes.Instance or ResourceTypes.Database ? SavingAction.Stop : type == ResourceTypes.Group ? SavingAction.ScaleIn : SavingAction.Delete;
        return Best(found.ResourceArn ?? found.ResourceId, found.AccountId, type, found.LookBackPeriodInDays, found.Tags,
            [new Option(1, action, Amount(after?.Value, after?.Currency?.Value) ?? Amount(before?.Value, before?.Currency?.Value), found.Finding?.Value, null)]);
    }

    private static IEnumerable<Advice> Best(string? arn, string? account, string type, double? lookback, List<Tag>? tags, IEnumerable<Option> options)
    {
        if (arn is null || account is null)
            return [];
        var known = (tags ?? []).Where(tag => tag.Key is not null).DistinctBy(tag => tag.Key).ToDictionary(tag => tag.Key!, tag => tag.Value ?? "", StringComparer.Ordinal);
        return options.Where(option => option.Saving is { Amount: > 0 }).GroupBy(option => option.Action)
            .Select(group => group.OrderBy(option => option.Rank ?? int.MaxValue).ThenByDescending(option => option.Saving!.Value.Amount).First())
            .Select(option => new Advice(
                AdviceSource.ComputeOptimizer, $"{arn}/{option.Action}", new ResourceName(account, ResourceName.RegionOf(arn), type, ResourceName.IdOf(arn)), option.Action, option.Saving!.Value)
            {
                Arn = arn.StartsWith("arn:", StringComparison.Ordinal) ? arn : null,
                LookbackDays = lookback is { } days ? (int)days : null,
                Current = option.Current ?? "",
                Recommended = option.Recommended ?? "",
                Tags = known,
            });
    }

    // Families of Graviton have a g behind their generation: m7g, c6gn, db.r6gd.
    private static SavingAction InstanceAction(string? current, string? recommended) =>
        IsGraviton(recommended) && !IsGraviton(current) ? SavingAction.MigrateToGraviton : SavingAction.Rightsize;

    private static bool IsGraviton(string? type)
    {
        var family = (type ?? "").Replace("db.", "", StringComparison.Ordinal).Split('.')[0];
        var generation = family.IndexOfAnyInRange('0', '9');
        return family.StartsWith("a1", StringComparison.Ordinal) || (generation > 0 && family[generation..].TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').StartsWith('g'));
    }

    private static Money? Amount(SavingsOpportunity? opportunity) => Amount(opportunity?.EstimatedMonthlySavings?.Value, opportunity?.EstimatedMonthlySavings?.Currency?.Value);

    private static Money? Amount(double? value, string? currency) => Amounts.Of(value, currency);

    private sealed record Option(int? Rank, SavingAction Action, Money? Saving, string? Current, string? Recommended);
}
