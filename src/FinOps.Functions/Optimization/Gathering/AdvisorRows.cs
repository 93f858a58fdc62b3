using FinOps.Core.Optimization;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Optimization.Gathering;

/// <summary>
/// Findings of Trusted Advisor as advice. A finding is a row of texts; the headings of its check say which one is the resource, and which the saving. A row
/// without a saving is counted and told: it is no saving of nothing.
/// </summary>
internal sealed class AdvisorRows
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Instance ID"] = ResourceTypes.Instance, ["Volume ID"] = ResourceTypes.Volume, ["DB Instance Name"] = ResourceTypes.Database, ["Function Name"] = ResourceTypes.Function,
        ["Function ARN"] = ResourceTypes.Function, ["Load Balancer Name"] = "elasticloadbalancing:loadbalancer", ["IP Address"] = "ec2:elastic-ip", ["Cluster"] = "redshift:cluster",
    };

    private readonly Dictionary<string, (string Name, List<string> Headings)> _checks = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _withoutFigure = new(StringComparer.Ordinal);

    public List<Advice> Advice { get; } = [];

    public IReadOnlyList<Blindspot> NotSeen => [.. _withoutFigure.Select(pair => new Blindspot(
        $"the saving of {pair.Value} findings of \"{pair.Key}\"", "Trusted Advisor names no resource or no amount for them", "Open the check in Trusted Advisor's console."))];

    public void AddCheck(string id, string name, List<string> headings) => _checks[id] = (name, headings);

    public void Add(string checkId, string account, string? region, string? resourceId, string? findingId, List<string> row)
    {
        var (name, headings) = _checks.GetValueOrDefault(checkId, (checkId, []));
        var named = headings.FindIndex(Kinds.ContainsKey);
        var amount = headings.FindIndex(heading => heading.Contains("Monthly Savings", StringComparison.OrdinalIgnoreCase));
        if (amount < 0)
            amount = headings.FindIndex(heading => heading.Contains("Monthly Storage Cost", StringComparison.OrdinalIgnoreCase));
        var resource = Cell(named) is { Length: > 0 } own ? own : resourceId;
        if (Amounts.Dollars(Cell(amount)) is not { } saving || string.IsNullOrEmpty(resource))
        {
            _withoutFigure[name] = _withoutFigure.GetValueOrDefault(name) + 1;
            return;
        }

        var place = region ?? RegionOf(Cell(headings.FindIndex(heading => heading.StartsWith("Region", StringComparison.OrdinalIgnoreCase))));
        Advice.Add(new Advice(
            AdviceSource.TrustedAdvisor, findingId ?? $"{checkId}/{resource}",
            new ResourceName(account, place, named < 0 ? "unknown" : Kinds[headings[named]], ResourceName.IdOf(resource)), ActionOf(checkId), saving)
        {
            Current = name,
        });

        string? Cell(int at) => at >= 0 && at < row.Count ? row[at] : null;
    }

    // What Trusted Advisor advises stands in prose only; these are its checks that name an amount.
    private static SavingAction ActionOf(string checkId) => checkId switch
    {
        "Qch7DwouX1" or "Ti39halfu8" => SavingAction.Stop,
        "DAvU99Dc4C" or "hjLMh88uM8" or "Z4AUBRNSmz" => SavingAction.Delete,
        "COr6dfpM03" or "COr6dfpM05" => SavingAction.Rightsize,
        _ => SavingAction.Other,
    };

    /// <summary>A region, or the zone of one: <c>us-east-1a</c>.</summary>
    private static string RegionOf(string? text) => text is [.. var region, >= 'a' and <= 'z'] && region.Length > 0 && char.IsAsciiDigit(region[^1]) ? region : text ?? "";
}
