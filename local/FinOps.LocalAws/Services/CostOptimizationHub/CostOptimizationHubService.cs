using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.CostOptimizationHub;

/// <summary>Cost Optimization Hub as far as a stack sets it up: enrollment and preferences. There are no recommendations here.</summary>
internal sealed class CostOptimizationHubService : JsonServiceBase
{
    public CostOptimizationHubService(LocalAwsEnvironment environment)
        : base("cost-optimization-hub", "CostOptimizationHubService", "1.0")
    {
        new HubEnrollment(environment).Register(Add);
        new HubPreferences(environment).Register(Add);
    }

    protected override AwsError Invalid(string message) => HubErrors.Validation(message, "FieldValidation");

    protected override void Authorize(string operation, CallContext context) => HomeRegion.Require(context);
}
