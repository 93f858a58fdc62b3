using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Recommendations;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.CostOptimizationHub;

/// <summary>Cost Optimization Hub: enrollment, preferences, and what it recommends for the synthetic organization.</summary>
internal sealed class CostOptimizationHubService : JsonServiceBase
{
    public CostOptimizationHubService(LocalAwsEnvironment environment, AdviceCatalog catalog)
        : base("cost-optimization-hub", "CostOptimizationHubService", "1.0")
    {
        new HubEnrollment(environment).Register(Add);
        new HubPreferences(environment).Register(Add);
        new HubRecommendations(environment, catalog).Register(Add);
    }

    protected override AwsError Invalid(string message) => HubErrors.Validation(message, "FieldValidation");

    protected override void Authorize(string operation, CallContext context) => HomeRegion.Require(context);
}
