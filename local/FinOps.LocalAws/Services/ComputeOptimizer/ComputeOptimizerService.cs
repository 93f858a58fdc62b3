using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.ComputeOptimizer;

/// <summary>Compute Optimizer as far as a stack sets it up: enrollment. Current SDKs and the CLI speak CBOR to it, the provider JSON.</summary>
internal sealed class ComputeOptimizerService : JsonServiceBase, ICborService
{
    private static readonly HashSet<string> Timestamps = ["lastUpdatedTimestamp"];

    public ComputeOptimizerService(LocalAwsEnvironment environment)
        : base("compute-optimizer", "ComputeOptimizerService", "1.0") =>
        new OptimizerEnrollment(environment).Register(Add);

    public IReadOnlySet<string> TimestampMembers => Timestamps;

    protected override AwsError Invalid(string message) => new("InvalidParameterValueException", message);
}
