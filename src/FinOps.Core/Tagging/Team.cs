namespace FinOps.Core.Tagging;

/// <param name="Name">The value of the allocation key on what the team owns.</param>
/// <param name="OwnerEmail">A shared mailbox; budgets, anomalies and reports go there.</param>
public sealed record Team(string Name, string OwnerEmail);
