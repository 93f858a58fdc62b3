using FinOps.Core.Costs;
using FinOps.Core.Costs.Rows;

namespace FinOps.Core.Organization.Synthetic.Billing;

/// <summary>Makes the whole bill: every account on its own, then what only the payer has.</summary>
internal static class BillGenerator
{
    private const long SupportPerMille = 30;
    private const int EstimatedDays = 2;

    public static SyntheticBill Generate(SyntheticOrganization organization)
    {
        var options = organization.Options;
        var oldest = BillingMonth.Containing(options.AsOf).AddMonths(-options.Months);
        var days = new DateRange(oldest.FirstDay, options.AsOf);
        var plan = SeededAnomaly.Plan(options);

        var bills = organization.Accounts.Select(account => new AccountBill(organization, account, days, plan)).ToArray();
        Parallel.ForEach(bills, bill => bill.Build());
        var payer = bills[0];
        AddSavingsPlan(organization, days, bills, payer);
        AddSupport(organization, days, bills, payer);
        Parallel.ForEach(bills, bill => bill.AddTax());

        var series = bills.SelectMany(bill => bill.Series).ToList();
        return new SyntheticBill(
            new CostTable(days, options.AsOf.AddDays(-EstimatedDays), series),
            [.. bills.SelectMany(bill => bill.Anomalies).OrderBy(anomaly => anomaly.Days.Start)]);
    }

    // The fee is the same every day; as amortized cost only the part that covered nothing remains with the buyer.
    private static void AddSavingsPlan(SyntheticOrganization organization, DateRange days, AccountBill[] bills, AccountBill payer)
    {
        var commitment = bills.Sum(bill => bill.CommitmentPerDay);
        if (commitment == 0)
            return;
        var fee = BillColumns.Zero(days);
        var unused = BillColumns.Zero(days);
        var hours = BillColumns.Zero(days);
        for (var day = 0; day < fee.Length; day++)
        {
            fee[day] = commitment;
            unused[day] = commitment - bills.Sum(bill => bill.CommitmentUsed[day]);
            hours[day] = 24 * CostSeries.Scale;
        }
        var planId = StableHash.Identifier(organization.Options.Seed, "savings-plan", 12);
        var item = PayerCharge(organization, "Savings Plans for AWS Compute usage", "ComputeSavingsPlans", RecordTypes.SavingsPlanRecurringFee) with
        {
            UsageType = "ComputeSP:1yrNoUpfront",
            PurchaseType = "Savings Plans",
            SavingsPlanArn = $"arn:aws:savingsplans::{organization.ManagementAccount.Id}:savingsplan/{planId}",
            Region = "global",
            Unit = "Hrs",
        };
        payer.Series.Add(new CostSeries(item, fee, hours, amortized: unused));
    }

    private static void AddSupport(SyntheticOrganization organization, DateRange days, AccountBill[] bills, AccountBill payer)
    {
        var charged = bills.SelectMany(bill => bill.Series).ToList();
        var support = BillColumns.OnFirstOfMonth(days, month => BillColumns.Sum(charged, month) * SupportPerMille / 1_000);
        var item = PayerCharge(organization, "AWS Support (Business)", "AWSSupportBusiness", RecordTypes.Support) with
        {
            UsageType = "Dollar",
            Unit = "Dollar",
        };
        payer.Series.Add(new CostSeries(item, support, [.. support]));
    }

    private static CostLineItem PayerCharge(SyntheticOrganization organization, string service, string serviceCode, string recordType) => new()
    {
        PayerAccountId = organization.ManagementAccount.Id,
        AccountId = organization.ManagementAccount.Id,
        AccountName = organization.ManagementAccount.Name,
        Service = service,
        ServiceCode = serviceCode,
        RecordType = recordType,
    };
}
