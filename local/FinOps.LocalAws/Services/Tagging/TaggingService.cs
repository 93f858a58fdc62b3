using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Tagging;

/// <summary>
/// The Resource Groups Tagging API over the resources of the caller's account in the region of the call, and, for the management account in
/// us-east-1, over the accounts of the organization. As in AWS, what was never tagged is not listed, and neither are Auto Scaling groups.
/// </summary>
internal sealed class TaggingService : JsonServiceBase
{
    public TaggingService(LocalAwsEnvironment environment)
        : base("tagging", "ResourceGroupsTaggingAPI_20170126", "1.1")
    {
        var resources = new LiveResourceStore(environment);
        var compliance = new ComplianceCheck(environment);
        new ListOperations(resources, compliance).Register(Add);
        new ChangeOperations(environment, resources).Register(Add);
        new ComplianceOperations(environment, resources, compliance).Register(Add);
    }

    protected override AwsError Invalid(string message) => TaggingErrors.Invalid(message);
}
