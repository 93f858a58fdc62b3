using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Sns;

/// <summary>SNS topics and subscriptions with attributes and tags. Nothing is published here.</summary>
internal sealed class SnsService : QueryServiceBase
{
    public SnsService(LocalAwsEnvironment environment)
        : base("sns", "2010-03-31", "http://sns.amazonaws.com/doc/2010-03-31/")
    {
        new TopicOperations(environment).Register(Add);
        new SubscriptionOperations(environment).Register(Add);
        new TopicTags(environment).Register(Add);
    }
}
