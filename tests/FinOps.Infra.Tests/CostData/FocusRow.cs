using System.Globalization;
using System.Text.Json;

namespace FinOps.Infra.Tests.CostData;

/// <summary>A row of the bill, with the columns that the named queries read. Null where FOCUS says null.</summary>
internal sealed record FocusRow
{
    public DateTime ChargePeriodStart { get; init; }

    public string BillingPeriod { get; init; } = "";

    public string ChargeCategory { get; init; } = "Usage";

    public decimal EffectiveCost { get; init; }

    public decimal? ListCost { get; init; }

    public decimal? ContractedCost { get; init; }

    public string ServiceName { get; init; } = "";

    public string? ResourceType { get; init; }

    public string? ResourceId { get; init; }

    public string? SubAccountId { get; init; }

    public string? SubAccountName { get; init; }

    public string? CommitmentDiscountId { get; init; }

    public string? CommitmentDiscountType { get; init; }

    public string? CommitmentDiscountStatus { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Rows of a FOCUS file: quoted fields, and the word NULL where there is nothing.</summary>
    public static IReadOnlyList<FocusRow> ReadCsv(string file)
    {
        var lines = File.ReadLines(file).Select(Fields).ToList();
        var index = lines[0].Select((name, at) => (name, at)).ToDictionary(column => column.name!, column => column.at);
        return [.. lines.Skip(1).Select(fields => Read(name => fields[index[name]]))];
    }

    private static FocusRow Read(Func<string, string?> field) => new()
    {
        ChargePeriodStart = DateTime.Parse(field("ChargePeriodStart")!, CultureInfo.InvariantCulture),
        BillingPeriod = field("BillingPeriodStart")![..7],
        ChargeCategory = field("ChargeCategory")!,
        EffectiveCost = Number(field("EffectiveCost")) ?? 0,
        ListCost = Number(field("ListCost")),
        ContractedCost = Number(field("ContractedCost")),
        ServiceName = field("ServiceName")!,
        ResourceType = field("ResourceType"),
        ResourceId = field("ResourceId"),
        SubAccountId = field("SubAccountId"),
        SubAccountName = field("SubAccountName"),
        CommitmentDiscountId = field("CommitmentDiscountId"),
        CommitmentDiscountType = field("CommitmentDiscountType"),
        CommitmentDiscountStatus = field("CommitmentDiscountStatus"),
        Tags = field("Tags") is { } json ? JsonSerializer.Deserialize<Dictionary<string, string>>(json)! : [],
    };

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string?[] Fields(string line)
    {
        var fields = new List<string?>();
        for (var at = 0; at <= line.Length; at++)
        {
            var field = new System.Text.StringBuilder();
            var quoted = at < line.Length && line[at] == '"';
            for (at += quoted ? 1 : 0; at < line.Length && (quoted || line[at] != ','); at++)
            {
                if (quoted && line[at] == '"' && (++at == line.Length || line[at] != '"'))
                {
                    break;
                }

                field.Append(line[at]);
            }

            fields.Add(field.ToString() is "NULL" or "" ? null : field.ToString());
        }

        return [.. fields];
    }
}
