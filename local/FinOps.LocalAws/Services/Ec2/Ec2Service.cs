using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ec2;

/// <summary>EC2, as far as regions go.</summary>
internal sealed class Ec2Service : QueryServiceBase
{
    public Ec2Service()
        : base(Ec2QueryProtocol.SigningName, "2016-11-15", "http://ec2.amazonaws.com/doc/2016-11-15/") =>
        Add("DescribeRegions", RegionOperations.Describe);
}
