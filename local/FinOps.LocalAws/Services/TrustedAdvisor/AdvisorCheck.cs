using System.Globalization;
using FinOps.LocalAws.Services.Recommendations;

namespace FinOps.LocalAws.Services.TrustedAdvisor;

/// <summary>One of Trusted Advisor's cost checks over the synthetic organization. A finding is a row of texts, and the headings say which is which.</summary>
/// <param name="Headings">Of the row, in its order.</param>
/// <param name="Row">What is said about one resource.</param>
internal sealed record AdvisorCheck(string Id, string Name, string Service, string Kind, Func<SyntheticAdvice, bool> Flags, string[] Headings, Func<SyntheticAdvice, string[]> Row)
{
    public static IReadOnlyList<AdvisorCheck> All { get; } =
    [
        new("Qch7DwouX1", "Low Utilization Amazon EC2 Instances", "ec2", "Ec2Instance", advice => advice.Action == "Stop",
            ["Region/AZ", "Instance ID", "Instance Name", "Instance Type", "Estimated Monthly Savings", "14-Day Average CPU Utilization"],
            advice => [advice.Item.AvailabilityZone, advice.ResourceId, "", advice.Item.InstanceType, Dollars(advice.Saving), "2.1%"]),
        new("DAvU99Dc4C", "Underutilized Amazon EBS Volumes", "ebs", "EbsVolume", advice => advice.Action == "Delete",
            ["Region/AZ", "Volume ID", "Volume Name", "Volume Type", "Volume Size", "Monthly Storage Cost"],
            advice => [advice.Region, advice.ResourceId, "", advice.Current, "500", Dollars(advice.Saving)]),
        new("Ti39halfu8", "Amazon RDS Idle DB Instances", "rds", "RdsDbInstance", advice => advice.Action == "Stop",
            ["Region", "DB Instance Name", "Multi-AZ", "Instance Type", "Storage Provisioned (GB)", "Days Since Last Connection", "Estimated Monthly Savings (On Demand)"],
            advice => [advice.Region, advice.ResourceId, "No", advice.Item.InstanceType, "200", "14+", Dollars(advice.Saving)]),
    ];

    public string Arn => $"arn:aws:trustedadvisor:::check/{Id}";

    private static string Dollars(decimal amount) => amount.ToString("$#,##0.00", CultureInfo.InvariantCulture);
}
