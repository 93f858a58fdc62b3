using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.AutoScaling;

/// <summary>Auto Scaling, as far as sizes and tags of groups go.</summary>
internal sealed class AutoScalingService : QueryServiceBase
{
    public AutoScalingService(LocalAwsEnvironment environment)
        : base("autoscaling", "2011-01-01", "http://autoscaling.amazonaws.com/doc/2011-01-01/") =>
        new GroupOperations(new GroupStore(environment)).Register(Add);
}
