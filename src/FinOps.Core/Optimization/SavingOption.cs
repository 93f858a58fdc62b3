using System.Security.Cryptography;
using System.Text;
using FinOps.Core.Costs;

namespace FinOps.Core.Optimization;

/// <summary>One action on one resource, with everybody who advises it.</summary>
/// <param name="Advice">The most trusted first; its figures count.</param>
public sealed record SavingOption(ResourceName Resource, SavingAction Action, IReadOnlyList<Advice> Advice)
{
    /// <summary>The same in every report for the same action on the same resource; decisions name it.</summary>
    public string Id { get; } = IdOf($"{Resource}/{Action}");

    public Money MonthlySaving => Advice[0].MonthlySaving;

    public Money? MonthlyCost => First(advice => advice.MonthlyCost);

    public IReadOnlyList<AdviceSource> Sources => [.. Advice.Select(advice => advice.Source).Distinct()];

    /// <summary>What a source states, else what is usual for the action.</summary>
    public Effort Effort => First(advice => advice.Effort) ?? Action.UsualEffort();

    public bool? RestartNeeded => First(advice => advice.RestartNeeded);

    public bool? RollbackPossible => First(advice => advice.RollbackPossible);

    public int? LookbackDays => First(advice => advice.LookbackDays);

    public string Current => Text(advice => advice.Current);

    public string Recommended => Text(advice => advice.Recommended);

    public string? Arn => Text(advice => advice.Arn ?? "") is { Length: > 0 } arn ? arn : null;

    public IReadOnlyDictionary<string, string> Tags => Advice.Select(advice => advice.Tags).FirstOrDefault(tags => tags.Count > 0) ?? Advice[0].Tags;

    internal static string IdOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));

    private T? First<T>(Func<Advice, T?> of)
        where T : struct => Advice.Select(of).FirstOrDefault(value => value is not null);

    private string Text(Func<Advice, string> of) => Advice.Select(of).FirstOrDefault(text => text.Length > 0) ?? "";
}
