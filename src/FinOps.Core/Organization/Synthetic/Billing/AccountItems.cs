using System.Globalization;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Rows;

namespace FinOps.Core.Organization.Synthetic.Billing;

/// <summary>Describes the charges of one account the way the bill does.</summary>
internal sealed class AccountItems(string payerAccountId, SyntheticAccount account, string homeRegion)
{
    private readonly string _legalEntity = homeRegion.StartsWith("eu-", StringComparison.Ordinal)
        ? "Amazon Web Services EMEA SARL"
        : "Amazon Web Services, Inc.";

    /// <summary>On-demand usage of one resource.</summary>
    /// <param name="hash">Identifies the resource; its name, zone and tags follow from it.</param>
    public CostLineItem Usage(UsageTemplate template, string region, ulong hash)
    {
        var place = template.IsGlobal ? "global" : region;
        var arnRegion = template.IsGlobal ? "" : region;
        var (service, kind) = template.Resource.Split(':', 2) is [var first, var rest] ? (first, rest) : ("", "");
        var id = StableHash.Identifier(0, hash.ToString(CultureInfo.InvariantCulture), 17);
        return Charge(template.Service, template.ServiceCode, RecordTypes.Usage, place) with
        {
            UsageType = template.IsGlobal ? template.UsageType : AccountProfile.UsageTypePrefix(region) + template.UsageType,
            UsageTypeGroup = template.UsageTypeGroup,
            Operation = template.Operation,
            PurchaseType = "On Demand Instances",
            AvailabilityZone = template.InstanceType.Length > 0 ? region + "abc"[(int)(hash % 3)] : "",
            InstanceType = template.InstanceType,
            Platform = template.Platform,
            OperatingSystem = template.Platform.Length > 0 ? "Linux" : "",
            Tenancy = template.Platform.Length > 0 ? "Shared" : "",
            DatabaseEngine = template.DatabaseEngine,
            DeploymentOption = template.DeploymentOption,
            NormalizationFactor = template.NormalizationFactor,
            Unit = template.Unit,
            ResourceId = service switch
            {
                "" => "",
                "s3" => $"arn:aws:s3:::{account.Name}-{id}",
                _ => $"arn:aws:{service}:{arnRegion}:{account.Id}:{kind}{id}",
            },
            Tags = service.Length == 0 ? CostLineItem.NoTags : TagHabits.TagsOf(account, hash),
        };
    }

    /// <summary>A charge that belongs to no resource, and therefore has no tags.</summary>
    public CostLineItem Charge(string service, string serviceCode, string recordType, string region) => new()
    {
        PayerAccountId = payerAccountId,
        AccountId = account.Id,
        AccountName = account.Name,
        Service = service,
        ServiceCode = serviceCode,
        RecordType = recordType,
        Region = region,
        LegalEntity = _legalEntity,
    };
}
