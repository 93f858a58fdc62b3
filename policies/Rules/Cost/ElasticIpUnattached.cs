using System.Collections.Immutable;
using FinOps.Policies.Model;
using Pulumi.Policy;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Cost;

/// <summary>COST008: an address is for something.</summary>
public sealed class ElasticIpUnattached : StackRule
{
    private const string Address = "aws:ec2/eip:Eip";
    private const string Association = "aws:ec2/eipAssociation:EipAssociation";

    public override string Id => "COST008";

    public override string Name => "elastic-ip-unattached";

    public override RuleCategory Category => RuleCategory.Cost;

    public override string Title => "Elastic IP addresses are attached";

    public override string Why => "A public IPv4 address costs about 3.65 dollars a month whether traffic comes or not; those that nothing uses are pure loss.";

    public override string Fix => "Attach it to an instance, a network interface or a NAT gateway, or release it.";

    public override RuleExamples Examples => new(
        Good:
        [
            new RuleExample("Attached to an instance", [new ExampleResource("ip", Address, PropertyMap.Of(("instance", "i-0123456789abcdef0")))]),
            new RuleExample("Used by a NAT gateway",
            [
                new ExampleResource("ip", Address, PropertyMap.Empty),
                new ExampleResource("nat", "aws:ec2/natGateway:NatGateway", PropertyMap.Of(("allocationId", PropertyValue.Unknown))) { From = From("allocationId") },
            ]),
            new RuleExample("Attached by an association",
            [
                new ExampleResource("ip", Address, PropertyMap.Empty),
                new ExampleResource("to-instance", Association, PropertyMap.Of(("allocationId", PropertyValue.Unknown))) { From = From("allocationId") },
            ]),
        ],
        Bad: [new RuleExample("Attached to nothing", [new ExampleResource("ip", Address, PropertyMap.Of(("domain", "vpc")))])]);

    public override void Evaluate(StackValidationArgs args, Action<Finding> report)
    {
        // Whatever is made from the address uses it; who that is need not be known.
        var used = StackGraph.Used(args.Resources);
        foreach (var address in args.OfType(Address).Where(address => !used.Contains(address)))
        {
            var (instance, networkInterface) = (address.Properties["instance"], address.Properties["networkInterface"]);
            if (!instance.Exists && !networkInterface.Exists)
            {
                report(new Finding($"address '{address.Name}' is attached to nothing in this stack.", "unattached", address));
            }
        }
    }

    private static ImmutableDictionary<string, string> From(string property) => ImmutableDictionary<string, string>.Empty.Add(property, "ip");
}
