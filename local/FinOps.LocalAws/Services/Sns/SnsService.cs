using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Lambda;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Sns;

/// <summary>SNS topics and subscriptions with attributes and tags. What is published goes to the functions that subscribed; other protocols are kept and not served.</summary>
internal sealed class SnsService : QueryServiceBase
{
    public SnsService(LocalAwsEnvironment environment, FunctionEvents functions)
        : base("sns", "2010-03-31", "http://sns.amazonaws.com/doc/2010-03-31/")
    {
        new TopicOperations(environment).Register(Add);
        new SubscriptionOperations(environment).Register(Add);
        new TopicTags(environment).Register(Add);
        new PublishOperation(environment, functions).Register(Add);
    }
}
