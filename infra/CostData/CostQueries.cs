using System.Collections.Immutable;
using System.Globalization;

namespace FinOps.Infra.CostData;

/// <summary>A question about cost that Athena keeps by name.</summary>
public sealed record CostQuery(string Name, string Description, string Sql);

/// <summary>
/// The named queries over the FOCUS table, from FOCUS's own definitions of its columns: EffectiveCost is the amortized cost, so purchases
/// of commitments are 0 in it and what they cover carries the price; what was bought and not used stands in rows whose status is Unused.
/// </summary>
/// <param name="table">The table, <c>"finops_cost_data"."focus"</c>.</param>
/// <param name="ownerKey">The tag whose value owns a cost.</param>
/// <param name="owners">The values that it may have; any other value owns nothing.</param>
public sealed class CostQueries(string table, string ownerKey, IReadOnlyList<string> owners, QuerySettings settings)
{
    public ImmutableArray<CostQuery> All =>
    [
        new("allocation", "Share of the allocatable cost that has an owner, by month. Tax, credits, purchases and support cannot be allocated and stand apart.", Allocation),
        new("unallocated-drivers", "What makes up this month's cost without an owner: account, service and resource type, the largest first.", UnallocatedDrivers),
        new("top-movers", "What changed most from one window of settled days to the next, by owner and service.", TopMovers),
        new("commitments", "How much of each Reserved Instance and Savings Plan was used, and what the rest cost, by month.", Commitments),
        new("effective-savings-rate", "What was saved against list prices, by month: 1 - effective cost / list cost of usage.", EffectiveSavingsRate),
    ];

    private string Owner => $"coalesce(element_at(tags, {Literal(ownerKey)}), element_at(tags, {Literal("user:" + ownerKey)}))";

    private string IsOwned => $"coalesce({Owner} IN ({string.Join(", ", owners.Select(Literal))}), false)";

    /// <summary>Usage can have an owner. Support is charged as usage, but on the organization as a whole.</summary>
    private static string IsAllocatable => "chargecategory = 'Usage' AND servicename NOT LIKE '%Support%'";

    private string SinceFirstMonth => $"billing_period >= date_format(current_date - interval '{Text(settings.Months - 1)}' month, '%Y-%m')";

    private string Allocation => $"""
        SELECT billing_period,
               coalesce(sum(effectivecost) FILTER (WHERE is_allocatable), 0) AS allocatable_cost,
               coalesce(sum(effectivecost) FILTER (WHERE is_allocatable AND is_owned), 0) AS allocated_cost,
               100.0 * coalesce(sum(effectivecost) FILTER (WHERE is_allocatable AND is_owned), 0)
                 / nullif(sum(effectivecost) FILTER (WHERE is_allocatable), 0) AS allocated_percent,
               coalesce(sum(effectivecost) FILTER (WHERE NOT is_allocatable), 0) AS not_allocatable_cost
        FROM (
          SELECT billing_period, effectivecost, ({IsAllocatable}) AS is_allocatable, {IsOwned} AS is_owned
          FROM {table}
          WHERE {SinceFirstMonth}
        ) AS charges
        GROUP BY billing_period
        ORDER BY billing_period
        """;

    private string UnallocatedDrivers => $"""
        SELECT subaccountid, subaccountname, servicename, resourcetype,
               sum(effectivecost) AS unallocated_cost,
               count(DISTINCT resourceid) AS resources
        FROM {table}
        WHERE billing_period = date_format(current_date, '%Y-%m')
          AND {IsAllocatable}
          AND NOT {IsOwned}
        GROUP BY subaccountid, subaccountname, servicename, resourcetype
        HAVING sum(effectivecost) > 0
        ORDER BY unallocated_cost DESC, subaccountid, servicename, resourcetype
        LIMIT {Text(settings.TopRows)}
        """;

    private string TopMovers
    {
        get
        {
            var (end, middle, start) = (Ago(settings.SettleDays), Ago(settings.SettleDays + settings.WindowDays), Ago(settings.SettleDays + (2 * settings.WindowDays)));
            return $"""
                SELECT owner, servicename,
                       coalesce(sum(effectivecost) FILTER (WHERE chargeperiodstart >= {middle}), 0) AS this_window,
                       coalesce(sum(effectivecost) FILTER (WHERE chargeperiodstart < {middle}), 0) AS window_before,
                       coalesce(sum(effectivecost) FILTER (WHERE chargeperiodstart >= {middle}), 0)
                         - coalesce(sum(effectivecost) FILTER (WHERE chargeperiodstart < {middle}), 0) AS change
                FROM (
                  SELECT CASE WHEN {IsOwned} THEN {Owner} ELSE '(unallocated)' END AS owner, servicename, effectivecost, chargeperiodstart
                  FROM {table}
                  WHERE billing_period >= date_format({start}, '%Y-%m')
                    AND chargeperiodstart >= {start}
                    AND chargeperiodstart < {end}
                    AND {IsAllocatable}
                ) AS charges
                GROUP BY owner, servicename
                ORDER BY abs(coalesce(sum(effectivecost) FILTER (WHERE chargeperiodstart >= {middle}), 0)
                         - coalesce(sum(effectivecost) FILTER (WHERE chargeperiodstart < {middle}), 0)) DESC, owner, servicename
                LIMIT {Text(settings.TopRows)}
                """;
        }
    }

    private string Commitments => $"""
        SELECT billing_period, commitmentdiscountid, commitmentdiscounttype,
               sum(effectivecost) AS commitment_cost,
               coalesce(sum(effectivecost) FILTER (WHERE commitmentdiscountstatus = 'Unused'), 0) AS waste,
               100.0 * (1 - coalesce(sum(effectivecost) FILTER (WHERE commitmentdiscountstatus = 'Unused'), 0) / nullif(sum(effectivecost), 0)) AS utilization_percent
        FROM {table}
        WHERE {SinceFirstMonth}
          AND commitmentdiscountid IS NOT NULL
          AND chargecategory = 'Usage'
        GROUP BY billing_period, commitmentdiscountid, commitmentdiscounttype
        ORDER BY billing_period, waste DESC, commitmentdiscountid
        """;

    // A list cost that AWS leaves out would count as a saving of everything: what was contracted stands in for it.
    private string EffectiveSavingsRate => $"""
        SELECT billing_period,
               sum(list_cost) AS list_cost,
               sum(effectivecost) AS effective_cost,
               sum(list_cost) - sum(effectivecost) AS saved,
               100.0 * (1 - sum(effectivecost) / nullif(sum(list_cost), 0)) AS effective_savings_rate_percent
        FROM (
          SELECT billing_period, effectivecost, coalesce(nullif(listcost, 0), contractedcost, 0) AS list_cost
          FROM {table}
          WHERE {SinceFirstMonth}
            AND chargecategory = 'Usage'
        ) AS charges
        GROUP BY billing_period
        ORDER BY billing_period
        """;

    private static string Ago(int days) => $"current_date - interval '{Text(days)}' day";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
