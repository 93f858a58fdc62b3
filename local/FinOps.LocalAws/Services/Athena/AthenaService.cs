using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Athena;

/// <summary>Athena as far as a stack sets it up: workgroups and named queries. No query is run here, and a caller that starts one is told so.</summary>
internal sealed class AthenaService : JsonServiceBase
{
    public AthenaService(LocalAwsEnvironment environment)
        : base("athena", "AmazonAthena", "1.1")
    {
        new WorkgroupOperations(environment).Register(Add);
        new ResourceTagOperations(environment, WorkgroupStore.Tags, new("ListTagsForResource", "Tags", "Tags", "TagKeys"), WorkgroupStore.TaggedArn).Register(Add);
        new NamedQueryOperations(environment).Register(Add);
        Add("StartQueryExecution", (input, context) =>
        {
            input.Required("QueryString", 262_144);
            environment.Store.Read(session => WorkgroupStore.Require(session, context, input.Optional("WorkGroup") ?? WorkgroupStore.Primary));
            throw AthenaErrors.Invalid("This endpoint keeps workgroups and named queries; it does not run queries.", "FEATURE_NOT_SUPPORTED");
        });
    }

    protected override AwsError Invalid(string message) => AthenaErrors.Invalid(message);
}
