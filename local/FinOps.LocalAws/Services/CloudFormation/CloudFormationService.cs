using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.CloudFormation;

/// <summary>Stack sets that CloudFormation manages itself, over the organization's units. What they declare is deployed as far as it is IAM roles.</summary>
internal sealed class CloudFormationService : QueryServiceBase
{
    public CloudFormationService(LocalAwsEnvironment environment)
        : base("cloudformation", "2010-05-15", "http://cloudformation.amazonaws.com/doc/2010-05-15/")
    {
        new StackSetOperations(environment).Register(Add);
        new StackInstanceOperations(environment).Register(Add);
    }
}
