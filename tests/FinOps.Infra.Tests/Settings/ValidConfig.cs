namespace FinOps.Infra.Tests.Settings;

/// <summary>A config without mistakes, as the engine hands it to the program; tests change one thing each.</summary>
internal static class ValidConfig
{
    public static Dictionary<string, string> Create() => new()
    {
        ["aws:region"] = "us-east-1",
        ["finops:tags"] = """{"Project":"finops","Team":"platform","Environment":"prod","CostCenter":"4100","Owner":"platform@example.com"}""",
        ["finops:budgets"] = """{"organizationMonthly":260000,"accountMonthly":9000,"accounts":{},"actualAlerts":[80,100],"forecastAlerts":[100],"emails":["finops@example.com"]}""",
        ["finops:anomalies"] = """{"minimumUsd":100,"minimumPercent":20,"frequency":"DAILY","emails":["finops@example.com"]}""",
        ["finops:reporting"] = """{"from":"finops@example.com","to":["finops@example.com"],"schedule":"cron(0 7 ? * MON *)","timeZone":"Europe/Berlin","memoryMb":512,"timeoutSeconds":300,"logRetentionDays":30,"reportRetentionDays":400,"deleteReportsWithStack":true}""",
    };
}
