using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FinOps.Policies.Model;
using Pulumi.Policy;
using Pulumi.Policy.Configuration;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Cost;

/// <summary>COST005: a VPC has no more NAT gateways than it needs.</summary>
public sealed class NatGatewaysPerVpc : StackRule
{
    private const string Gateway = "aws:ec2/natGateway:NatGateway";
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Vpc = "aws:ec2/vpc:Vpc";

    public override string Id => "COST005";

    public override string Name => "nat-gateways-per-vpc";

    public override RuleCategory Category => RuleCategory.Cost;

    public override string Title => "A VPC has few NAT gateways";

    public override string Why => "Each NAT gateway costs about 33 dollars a month before the first byte, and every byte through it is paid again. One a zone is for production; elsewhere one will do.";

    public override string Fix => "Share one gateway among the zones outside production, and use gateway endpoints for S3 and DynamoDB, which are free.";

    public override PolicyConfigSchema ConfigSchema { get; } = PolicyConfigSchema.From<Settings>();

    public override RuleExamples Examples => new(
        Good: [new RuleExample("One gateway", Network(1))],
        Bad: [new RuleExample("One a zone", Network(3))]);

    public override void Evaluate(StackValidationArgs args, Action<Finding> report)
    {
        var most = args.GetConfig<Settings>().MaxPerVpc;
        foreach (var vpc in args.OfType(Gateway).Where(gateway => gateway.Properties["connectivityType"].AsString() != "private").GroupBy(VpcOf).Where(vpc => vpc.Count() > most))
        {
            report(new Finding(
                $"{vpc.Count()} NAT gateways ({string.Join(", ", vpc.Select(gateway => gateway.Name))}) in {vpc.Key.Name}; at most {most} {(most == 1 ? "is" : "are")} allowed.",
                [.. vpc.Select(gateway => $"NAT gateway {gateway.Name} in {vpc.Key.Name}")],
                vpc.Key.Resource));
        }
    }

    private static ImmutableArray<ExampleResource> Network(int gateways) =>
    [
        new ExampleResource("main", Vpc, PropertyMap.Empty),
        .. Enumerable.Range(1, gateways).SelectMany<int, ExampleResource>(i =>
        [
            new ExampleResource($"public{i}", Subnet, PropertyMap.Of(("vpcId", PropertyValue.Unknown))) { From = ImmutableDictionary<string, string>.Empty.Add("vpcId", "main") },
            new ExampleResource($"nat{i}", Gateway, PropertyMap.Of(("subnetId", PropertyValue.Unknown))) { From = ImmutableDictionary<string, string>.Empty.Add("subnetId", $"public{i}") },
        ]),
    ];

    private static (string Name, StackResource? Resource) VpcOf(StackResource gateway)
    {
        var subnet = gateway.Source("subnetId", Subnet);
        var vpc = subnet?.Source("vpcId", Vpc) ?? gateway.Source("vpcId", Vpc);
        if (vpc is not null)
        {
            return ($"VPC '{vpc.Name}'", vpc);
        }

        var id = subnet?.Properties["vpcId"] ?? gateway.Properties["vpcId"];
        return (id is { Exists: true, IsUnknown: false } ? $"VPC {id.AsString()}" : "a VPC outside this stack", null);
    }

    /// <summary>Configuration of the rule.</summary>
    public sealed record Settings : RuleConfig
    {
        [Description("Public NAT gateways that one VPC may have")]
        [Range(0, 20)]
        public int MaxPerVpc { get; init; } = 1;
    }
}
