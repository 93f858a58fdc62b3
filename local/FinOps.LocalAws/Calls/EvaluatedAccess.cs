namespace FinOps.LocalAws.Calls;

/// <summary>What IAM evaluates for a call.</summary>
/// <param name="Action">For example <c>budgets:ViewBudget</c>, which is not always the operation's name.</param>
/// <param name="Resource">An ARN, or <c>*</c> where the action knows no resources.</param>
public sealed record EvaluatedAccess(string Action, string Resource);
