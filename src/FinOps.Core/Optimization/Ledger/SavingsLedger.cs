using FinOps.Core.Costs;

namespace FinOps.Core.Optimization.Ledger;

/// <summary>The promises of one month: those that were open when it began, and those that came since. The next month starts with what is not closed.</summary>
public sealed record SavingsLedger(BillingMonth Month, IReadOnlyList<LedgerEntry> Entries)
{
    public static SavingsLedger Empty(BillingMonth month) => new(month, []);

    /// <summary>This ledger when it is of that month, else the one that the month begins with.</summary>
    public SavingsLedger For(BillingMonth month) => month == Month ? this : new(month, [.. Entries.Where(entry => !entry.IsClosed)]);

    public IEnumerable<LedgerEntry> In(LedgerState state) => Entries.Where(entry => entry.State == state);

    /// <summary>Promised by what was measured.</summary>
    public Money PromisedOf(LedgerState state, string currency) => Money.Sum(In(state).Where(entry => entry.Promised.Currency == currency).Select(entry => entry.Promised), currency);

    public Money Realised(string currency) => Money.Sum(In(LedgerState.Measured).Select(entry => entry.Realised).OfType<Money>().Where(money => money.Currency == currency), currency);
}
