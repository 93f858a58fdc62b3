using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Budgets;

/// <summary>The errors of AWS Budgets.</summary>
internal static class BudgetsErrors
{
    public static AwsError Invalid(string message) => Make("InvalidParameterException", message);

    public static AwsError InvalidToken() => Make("InvalidNextTokenException", "The NextToken is not one of this list.");

    public static AwsError BudgetNotFound(string account, string name) => NotFound($"Unable to get budget: {name} - the budget doesn't exist in account {account}.");

    public static AwsError NotFound(string message) => Make("NotFoundException", message);

    public static AwsError Duplicate(string message) => Make("DuplicateRecordException", message);

    public static AwsError Limit(string message) => Make("CreationLimitExceededException", message);

    public static AwsError Make(string code, string message) => new(code, message) { MessageMember = "Message" };
}
