using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Glue;

/// <summary>The Glue data catalog: databases, tables and the databases' tags. Nothing crawls.</summary>
internal sealed class GlueService : JsonServiceBase
{
    public GlueService(LocalAwsEnvironment environment)
        : base("glue", "AWSGlue", "1.1")
    {
        new DatabaseOperations(environment).Register(Add);
        new TableOperations(environment).Register(Add);
        new ResourceTagOperations(environment, CatalogStore.Tags, new("GetTags", "Tags", "TagsToAdd", "TagsToRemove", IsMap: true), CatalogStore.TaggedArn).Register(Add);
    }

    protected override AwsError Invalid(string message) => GlueErrors.Invalid(message);
}
