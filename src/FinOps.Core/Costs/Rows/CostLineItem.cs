namespace FinOps.Core.Costs.Rows;

/// <summary>What a cost is for: everything about a row but its day and its amounts. Empty text means "has none".</summary>
public sealed record CostLineItem
{
    public static IReadOnlyDictionary<string, string> NoTags { get; } = new Dictionary<string, string>();

    public required string PayerAccountId { get; init; }

    public required string AccountId { get; init; }

    public required string AccountName { get; init; }

    /// <summary>Cost Explorer's name, for example <c>EC2 - Other</c>.</summary>
    public required string Service { get; init; }

    /// <summary>The bill's code, for example <c>AmazonEC2</c>.</summary>
    public required string ServiceCode { get; init; }

    public required string RecordType { get; init; }

    /// <summary>A region, <c>global</c>, or empty (Cost Explorer shows <c>NoRegion</c>).</summary>
    public string Region { get; init; } = "";

    public string AvailabilityZone { get; init; } = "";

    /// <summary>With region prefix, for example <c>EU-BoxUsage:m6i.xlarge</c>.</summary>
    public string UsageType { get; init; } = "";

    public string UsageTypeGroup { get; init; } = "";

    public string Operation { get; init; } = "";

    public string PurchaseType { get; init; } = "";

    public string InstanceType { get; init; } = "";

    public string Platform { get; init; } = "";

    public string OperatingSystem { get; init; } = "";

    public string Tenancy { get; init; } = "";

    public string DatabaseEngine { get; init; } = "";

    public string DeploymentOption { get; init; } = "";

    public string LegalEntity { get; init; } = "Amazon Web Services, Inc.";

    public string BillingEntity { get; init; } = "AWS";

    public string SavingsPlanArn { get; init; } = "";

    public string ResourceId { get; init; } = "";

    /// <summary>Unit of the usage quantity, for example <c>Hrs</c> or <c>GB-Mo</c>.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Normalized units in one unit of usage: 8 for an hour of an xlarge instance, 0 where AWS defines none.</summary>
    public int NormalizationFactor { get; init; }

    /// <summary>Keys and values as they stand on the resource, mistakes included.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = NoTags;

    public string InstanceTypeFamily => InstanceType.Split('.') is [var family, _] ? family
        : InstanceType.Split('.') is [var engine, var engineFamily, _] ? $"{engine}.{engineFamily}" : "";

    public bool IsTaggable => ResourceId.Length > 0;
}
