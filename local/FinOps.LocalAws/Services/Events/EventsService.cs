using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Events;

/// <summary>EventBridge's default bus: rules and targets are kept, and patterns can be tried; no event is delivered.</summary>
internal sealed class EventsService : JsonServiceBase
{
    public EventsService(LocalAwsEnvironment environment)
        : base("events", "AWSEvents", "1.1")
    {
        new RuleOperations(environment).Register(Add);
        new TargetOperations(environment).Register(Add);
        new RuleTagOperations(environment).Register(Add);
    }

    protected override AwsError Invalid(string message) => EventStore.Invalid(message);
}
