using FinOps.Infra.Settings;
using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.CostData;

/// <summary>The bill row by row: AWS's data exports, where they are kept, and the tables and queries over them.</summary>
public sealed record CostDataSettings : ICheckedSettings
{
    /// <summary>Whether cost data is exported. AWS exports nothing from the months before, so turn it on early.</summary>
    [OnFrom(AdoptionMode.Guard)]
    public bool Enabled { get; init; }

    /// <summary>What every name begins with: exports, database, workgroup, queries. A change makes all of them anew.</summary>
    [Matches("[a-z][a-z0-9-]{0,29}", "1 to 30 small letters, digits and dashes, a letter first", "finops")]
    public string NamePrefix { get; init; } = "finops";

    /// <summary>How finely the FOCUS export tells time. Hourly data is about 24 times as large.</summary>
    [OneOf("DAILY", "HOURLY", "MONTHLY")]
    public string Granularity { get; init; } = "DAILY";

    /// <summary>The first month that has data, as the tables know it; queries before it find nothing.</summary>
    [Matches("20[0-9]{2}-(0[1-9]|1[0-2])", "a month, yyyy-MM", "2026-01")]
    public string FirstMonth { get; init; } = "2026-01";

    /// <summary>Whether the recommendations of Cost Optimization Hub are exported too; the payer must be enrolled there (see `optimization`).</summary>
    public bool Recommendations { get; init; } = true;

    /// <summary>
    /// Whether this stack makes the service-linked role that the recommendations export needs. Say false where the account has it already:
    /// IAM refuses to make it twice.
    /// </summary>
    public bool CreateServiceLinkedRole { get; init; } = true;

    /// <summary>Whether CUR 2.0 is exported too: for cost categories and split costs, which FOCUS 1.2 does not have.</summary>
    public bool Cur2 { get; init; }

    /// <summary>Whether destroying the stack leaves the data, and the bucket's settings, where they are.</summary>
    public bool ProtectData { get; init; } = true;

    /// <summary>Days after which exported files expire; 1130 are 37 months.</summary>
    [Between(400, 3_650, "days")]
    public int RetentionDays { get; init; } = 1_130;

    /// <summary>Days after which files move to infrequent access (S3's least is 30).</summary>
    [Between(30, 3_650, "days")]
    public int InfrequentAccessDays { get; init; } = 90;

    /// <summary>Days for which a replaced file is kept: every refresh replaces the files of an open month.</summary>
    [Between(1, 365, "days")]
    public int VersionDays { get; init; } = 30;

    /// <summary>Querying with Athena.</summary>
    public AthenaSettings Athena { get; init; } = new();

    /// <summary>What the named queries ask for.</summary>
    public QuerySettings Queries { get; init; } = new();

    public void Check(SettingsProblems problems)
    {
        if (InfrequentAccessDays >= RetentionDays)
        {
            problems.At("infrequentAccessDays").Add($"{InfrequentAccessDays} days, with retentionDays {RetentionDays}", "fewer days than retentionDays", "Lower it, or raise retentionDays.", "FIN1190");
        }
    }
}

/// <summary>The workgroup in which cost data is queried.</summary>
public sealed record AthenaSettings
{
    /// <summary>MB that one query may scan before it is stopped; 5 USD buy a million. The range is Athena's least and what the provider can hold.</summary>
    [Between(10, 2_000, "MB")]
    public int ScanLimitMb { get; init; } = 1_000;

    /// <summary>Days after which query results expire.</summary>
    [Between(1, 365, "days")]
    public int ResultDays { get; init; } = 30;
}

/// <summary>What the named queries ask for.</summary>
public sealed record QuerySettings
{
    /// <summary>Rows of a ranking.</summary>
    [Between(1, 1_000, "rows")]
    public int TopRows { get; init; } = 20;

    /// <summary>The last days that are left out, because their bill still changes.</summary>
    [Between(0, 7, "days")]
    public int SettleDays { get; init; } = 2;

    /// <summary>Days that are compared with as many before them.</summary>
    [Between(1, 31, "days")]
    public int WindowDays { get; init; } = 7;

    /// <summary>Months that monthly figures go back, this one included.</summary>
    [Between(1, 36, "months")]
    public int Months { get; init; } = 3;
}
