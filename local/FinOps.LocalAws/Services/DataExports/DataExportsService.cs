using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.DataExports;

/// <summary>BCM Data Exports: exports with their tags. Nothing is delivered here, so an export has no executions.</summary>
internal sealed class DataExportsService : JsonServiceBase
{
    public DataExportsService(LocalAwsEnvironment environment)
        : base("bcm-data-exports", "AWSBillingAndCostManagementDataExports", "1.1")
    {
        new ExportOperations(environment).Register(Add);
        new ResourceTagOperations(environment, ExportStore.Tags, new("ListTagsForResource", "ResourceTags", "ResourceTags", "ResourceTagKeys"), ExportStore.TaggedArn).Register(Add);
    }

    protected override AwsError Invalid(string message) => DataExportsErrors.Validation(message, "fieldValidationFailed");

    protected override void Authorize(string operation, CallContext context) => HomeRegion.Require(context);
}
