using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Recommendations;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.ComputeOptimizer;

/// <summary>Compute Optimizer: enrollment, and findings by region. Current SDKs and the CLI speak CBOR to it, the provider JSON.</summary>
internal sealed class ComputeOptimizerService : JsonServiceBase, ICborService
{
    private static readonly HashSet<string> Timestamps = ["lastUpdatedTimestamp", "lastRefreshTimestamp"];

    public ComputeOptimizerService(LocalAwsEnvironment environment, AdviceCatalog catalog)
        : base("compute-optimizer", "ComputeOptimizerService", "1.0")
    {
        var enrollment = new OptimizerEnrollment(environment);
        enrollment.Register(Add);
        new OptimizerRecommendations(environment, catalog, enrollment).Register(Add);
    }

    public IReadOnlySet<string> TimestampMembers => Timestamps;

    protected override AwsError Invalid(string message) => new("InvalidParameterValueException", message);
}
