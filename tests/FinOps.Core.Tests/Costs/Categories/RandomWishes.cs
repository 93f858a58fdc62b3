using FinOps.Core.Costs.Categories;
using FinOps.Core.Organization.Synthetic;

namespace FinOps.Core.Tests.Costs.Categories;

/// <summary>One random, valid category over a synthetic organization; the same seed gives the same one.</summary>
internal static class RandomWishes
{
    public static CategoryWish Make(SyntheticOrganization organization, int seed)
    {
        var random = new Random(seed);
        var (key, values, valueOf) = ((string, string[], Func<SyntheticAccount, string>)[])
        [
            ("Team", [.. SyntheticTeams.Names], account => account.Team),
            ("Environment", ["prod", "staging", "dev", "sandbox"], account => account.Environment),
            ("CostCenter", [.. SyntheticTeams.Names.Select(SyntheticTeams.CostCenter)], account => SyntheticTeams.CostCenter(account.Team)),
        ] is var kinds ? kinds[random.Next(kinds.Length)] : default;
        var shuffled = values.OrderBy(_ => random.Next()).ToList();
        var method = (SplitMethod)random.Next(3);
        return new CategoryWish
        {
            Name = key,
            Path = key,
            TagKey = key,
            Values = shuffled,
            Accounts = organization.Accounts.Where(_ => random.Next(3) > 0).ToDictionary(account => account.Id, valueOf),
            Spellings = key == "Team" ? new Dictionary<string, IReadOnlyList<string>> { ["payments"] = ["paymets"], ["search"] = ["seach"] } : new Dictionary<string, IReadOnlyList<string>>(),
            Inherit = (CategoryInheritance)random.Next(3),
            Splits = random.Next(2) == 0 ? [] : [new SplitCharge(shuffled[0], method, shuffled[1..3], method == SplitMethod.Fixed ? [12.5m, 87.5m] : [])],
        };
    }
}
