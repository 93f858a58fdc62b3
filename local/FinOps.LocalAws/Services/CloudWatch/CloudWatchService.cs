using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.CloudWatch;

/// <summary>
/// CloudWatch as far as a stack sets it up: alarms of metrics and dashboards. No metric is kept, so no alarm ever leaves its first state.
/// Current SDKs and the CLI speak CBOR to it, the provider JSON.
/// </summary>
internal sealed class CloudWatchService : JsonServiceBase, ICborService
{
    private static readonly HashSet<string> Timestamps =
        ["AlarmConfigurationUpdatedTimestamp", "StateUpdatedTimestamp", "StateTransitionedTimestamp", "LastModified"];

    public CloudWatchService(LocalAwsEnvironment environment)
        : base("monitoring", "GraniteServiceVersion20100801", "1.0")
    {
        new AlarmOperations(environment).Register(Add);
        new DashboardOperations(environment).Register(Add);
        new ResourceTagOperations(environment, CloudWatchStore.Tags, new("ListTagsForResource", "Tags", "Tags", "TagKeys"), CloudWatchStore.TaggedArn).Register(Add);
    }

    public IReadOnlySet<string> TimestampMembers => Timestamps;

    protected override AwsError Invalid(string message) => CloudWatchErrors.Invalid(message);
}
