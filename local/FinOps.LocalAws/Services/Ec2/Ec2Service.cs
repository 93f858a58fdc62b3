using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ec2;

/// <summary>EC2, as far as regions and the state of instances go.</summary>
internal sealed class Ec2Service : QueryServiceBase
{
    public Ec2Service(LocalAwsEnvironment environment)
        : base(Ec2QueryProtocol.SigningName, "2016-11-15", "http://ec2.amazonaws.com/doc/2016-11-15/")
    {
        var instances = new InstanceStore(environment);
        Add("DescribeRegions", RegionOperations.Describe);
        new InstanceReads(instances).Register(Add);
        new InstanceSwitch(instances).Register(Add);
    }
}
