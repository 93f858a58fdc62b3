using Amazon.Common;

namespace Amazon.Budgets;

public class AmazonBudgetsConfig : AwsServiceConfig
{
    internal static readonly AwsService Info = new(
        "Budgets", "budgets", "2016-10-20", static (_, suffix) => $"budgets.{suffix}",
        "AWSBudgetServiceGateway", AwsService.Json11, "us-east-1");

    public AmazonBudgetsConfig()
        : base(Info) { }

    public static new string ServiceId => Info.Id;
}
