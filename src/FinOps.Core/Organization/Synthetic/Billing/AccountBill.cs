using FinOps.Core.Costs;
using FinOps.Core.Costs.Rows;

namespace FinOps.Core.Organization.Synthetic.Billing;

/// <summary>Makes the cost series of one account. Accounts do not depend on each other, so they can be made in parallel.</summary>
internal sealed class AccountBill
{
    private const long MicrosPerCent = 10_000;
    private const long PlanPricePerMille = 720;
    private const long NegotiatedDiscountPerMille = 30;
    private const long StorageCreditPerMille = 120;
    private const long TaxPerMille = 85;
    private const int SuspendedForDays = 100;

    private readonly SyntheticOrganization _organization;
    private readonly SyntheticAccount _account;
    private readonly DateRange _days;
    private readonly AccountProfile _profile;
    private readonly IReadOnlyList<SeededAnomaly> _plan;
    private readonly AccountItems _items;

    public AccountBill(SyntheticOrganization organization, SyntheticAccount account, DateRange days, IReadOnlyList<SeededAnomaly> plan)
    {
        _organization = organization;
        _account = account;
        _days = days;
        _plan = plan;
        _profile = AccountProfile.Of(account, organization.Options.Seed);
        _items = new AccountItems(organization.ManagementAccount.Id, account, _profile.HomeRegion);
        CommitmentUsed = new long[days.Days];
    }

    public List<CostSeries> Series { get; } = [];

    public List<SyntheticAnomaly> Anomalies { get; } = [];

    /// <summary>What the organization committed to pay a day for this account's covered usage, in millionths of a US dollar.</summary>
    public long CommitmentPerDay { get; private set; }

    /// <summary>How much of it was used on each day.</summary>
    public long[] CommitmentUsed { get; }

    public void Build()
    {
        foreach (var use in AccountUse.Of(_account, _profile, _organization.Options.Seed))
            AddUsage(use);
        AddNegotiatedDiscount();
        if (_account is { Team: "data-platform", Environment: "prod" })
            AddStorageCredit();
        if (_profile.Role == AccountRole.Production && _account.Index % 6 == 5)
            AddRefunds();
    }

    /// <summary>One line on the first of each month, over everything else the account was charged in it.</summary>
    public void AddTax()
    {
        var tax = BillColumns.OnFirstOfMonth(_days, month => BillColumns.Sum(Series, month) * TaxPerMille / 1_000);
        Add(_items.Charge("Tax", "OCBTax", RecordTypes.Tax, region: ""), tax, BillColumns.Zero(_days));
    }

    private void AddUsage(AccountUse use)
    {
        var (template, hash) = (use.Template, use.Hash);
        var anomaly = _plan.FirstOrDefault(candidate => candidate.Hits(_account, template));
        var baseAmount = template.DailyCents * MicrosPerCent * _profile.ScalePerMille / 1_000
            * (700 + (long)(hash % 601)) / 1_000 * use.SharePerMille / 1_000;
        if (anomaly is not null)
            baseAmount = Math.Max(baseAmount, anomaly.DailyCents * MicrosPerCent);

        var cost = BillColumns.Zero(_days);
        DailyCurve.Fill(ActiveDays(cost), _days.Start, baseAmount, template.Shape, hash);
        var item = _items.Usage(template, use.Region, hash);
        if (anomaly is not null)
            Anomalies.Add(AnomalyMaker.Apply(anomaly, _organization, _account, item, cost, _days));

        var quantity = Array.ConvertAll(cost, amount => amount * 1_000_000_000 / template.NanoPrice);
        if (template.IsCommitted)
            AddCommitted(item, cost, quantity, baseAmount);
        else
            Add(item, cost, quantity, netUnblended: NetOf(item, cost));
    }

    // A suspended account stops costing when it is suspended.
    private Span<long> ActiveDays(long[] column) => _account.State == SyntheticAccountState.Active
        ? column
        : column.AsSpan(0, Math.Max(0, column.Length - SuspendedForDays));

    private void AddCommitted(CostLineItem item, long[] onDemand, long[] quantity, long baseAmount)
    {
        var planPrice = Array.ConvertAll(onDemand, AtPlanPrice);
        Add(item with { RecordType = RecordTypes.SavingsPlanCoveredUsage, PurchaseType = "Savings Plans" }, onDemand, quantity, amortized: planPrice);
        Add(
            item with { RecordType = RecordTypes.SavingsPlanNegation, PurchaseType = "Savings Plans", ResourceId = "", Tags = CostLineItem.NoTags },
            Array.ConvertAll(onDemand, amount => -amount), BillColumns.Zero(_days), amortized: BillColumns.Zero(_days));
        CommitmentPerDay += AtPlanPrice(baseAmount);
        for (var day = 0; day < planPrice.Length; day++)
            CommitmentUsed[day] += planPrice[day];

        static long AtPlanPrice(long amount) => amount * PlanPricePerMille / 1_000;
    }

    private static bool IsDiscounted(CostLineItem item) =>
        item is { Service: UsageCatalog.Compute, RecordType: RecordTypes.Usage };

    private static long DiscountOn(long amount) => amount * NegotiatedDiscountPerMille / 1_000;

    private static long[]? NetOf(CostLineItem item, long[] cost) =>
        IsDiscounted(item) ? Array.ConvertAll(cost, amount => amount - DiscountOn(amount)) : null;

    // The discount is a line of its own in the plain metrics and part of each line in the net ones: both add up to the same.
    private void AddNegotiatedDiscount()
    {
        foreach (var region in Series.Where(series => IsDiscounted(series.Item)).GroupBy(series => series.Item.Region).ToList())
        {
            var discount = BillColumns.Zero(_days);
            foreach (var series in region)
                for (var day = 0; day < discount.Length; day++)
                    discount[day] -= DiscountOn(series.Column(CostMetric.UnblendedCost)[day]);
            Add(_items.Charge(UsageCatalog.Compute, "AmazonEC2", RecordTypes.EnterpriseDiscount, region.Key), discount, BillColumns.Zero(_days), netUnblended: BillColumns.Zero(_days));
        }
    }

    private void AddStorageCredit()
    {
        foreach (var storage in Series.Where(series => series.Item is { Service: UsageCatalog.ObjectStorage, Unit: "GB-Mo" }).ToList())
        {
            var credit = Array.ConvertAll(storage.Column(CostMetric.UnblendedCost).ToArray(), amount => -(amount * StorageCreditPerMille / 1_000));
            Add(_items.Charge(UsageCatalog.ObjectStorage, "AmazonS3", RecordTypes.Credit, storage.Item.Region), credit, BillColumns.Zero(_days));
        }
    }

    // Every third month, on the 12th, part of a database day comes back.
    private void AddRefunds()
    {
        var refund = BillColumns.Zero(_days);
        for (var day = 0; day < refund.Length; day++)
        {
            var date = _days.Start.AddDays(day);
            if (date is { Day: 12 } && date.Month % 3 == 1)
                refund[day] = -(_profile.ScalePerMille * 4_900 * MicrosPerCent / 1_000);
        }
        Add(_items.Charge(UsageCatalog.Database, "AmazonRDS", RecordTypes.Refund, _profile.HomeRegion), refund, BillColumns.Zero(_days));
    }

    private void Add(CostLineItem item, long[] unblended, long[] quantity, long[]? amortized = null, long[]? netUnblended = null) =>
        Series.Add(new CostSeries(item, unblended, quantity, amortized, netUnblended));
}
