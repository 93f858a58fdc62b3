using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.CostOptimizationHub;
using FinOps.LocalAws.Services.Iam;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.DataExports;

/// <summary>Exports themselves.</summary>
internal sealed class ExportOperations(LocalAwsEnvironment environment)
{
    private static readonly JsonPage Page = new(300);

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("CreateExport", Create);
        add("GetExport", (input, context) => environment.Store.Read(session => ExportStore.Require(session, context, Arn(input))));
        add("UpdateExport", Update);
        add("DeleteExport", Delete);
        add("ListExports", (input, context) => Page.Of(input, "ListExports", "Exports", environment.Store.List(ExportStore.Collection(context)), item => item.Key, item => new JsonObject
        {
            ["ExportArn"] = item.Key,
            ["ExportName"] = (string?)item.Value["Export"]!["Name"],
            ["ExportStatus"] = item.Value["ExportStatus"]!.DeepClone(),
        }));
        add("ListExecutions", (input, context) =>
        {
            environment.Store.Read(session => ExportStore.Require(session, context, Arn(input)));
            return Page.Of(input, "ListExecutions", "Executions", Array.Empty<string>(), id => id, id => id);
        });
    }

    private JsonObject Create(JsonInput input, CallContext context)
    {
        var export = ExportInput.Read(input.Object("Export"));
        var tags = ExportStore.Tags.FromList(input.Objects("ResourceTags"));
        var name = (string)export["Name"]!;
        var arn = $"arn:aws:bcm-data-exports:{HomeRegion.Name}:{context.AccountId}:export/{name}-{Guid.NewGuid():D}";
        export["ExportArn"] = arn;
        environment.Store.Write(session =>
        {
            if (session.List(ExportStore.Collection(context)).Any(other => (string?)other.Value["Export"]!["Name"] == name))
                throw DataExportsErrors.Validation($"An export named {name} exists already.");
            Authorize(session, context, export);
            var now = context.Now.ToUnixTimeSeconds();
            session.Put(ExportStore.Collection(context), arn, new JsonObject
            {
                ["Export"] = export,
                ["ExportStatus"] = new JsonObject { ["StatusCode"] = "HEALTHY", ["CreatedAt"] = now, ["LastUpdatedAt"] = now },
            });
            ExportStore.Tags.Merge(session, arn, tags);
        });
        return new JsonObject { ["ExportArn"] = arn };
    }

    private JsonObject Update(JsonInput input, CallContext context)
    {
        var arn = Arn(input);
        var export = ExportInput.Read(input.Object("Export"));
        export["ExportArn"] = arn;
        environment.Store.Write(session =>
        {
            var stored = ExportStore.Require(session, context, arn);
            var old = stored["Export"]!;
            if (!JsonNode.DeepEquals(old["DataQuery"]!["TableConfigurations"], export["DataQuery"]!["TableConfigurations"]))
                throw DataExportsErrors.Validation("The table configurations of an export cannot be changed.");
            Authorize(session, context, export);
            stored["Export"] = export;
            stored["ExportStatus"]!["LastUpdatedAt"] = context.Now.ToUnixTimeSeconds();
            session.Put(ExportStore.Collection(context), arn, stored);
        });
        return new JsonObject { ["ExportArn"] = arn };
    }

    private JsonObject Delete(JsonInput input, CallContext context)
    {
        var arn = Arn(input);
        environment.Store.Write(session =>
        {
            if (!session.Delete(ExportStore.Collection(context), arn))
                throw DataExportsErrors.NotFound(arn);
            ExportStore.Tags.Forget(session, arn);
        });
        return new JsonObject { ["ExportArn"] = arn };
    }

    /// <summary>What the service must be let do before it takes an export: write to the bucket, and for recommendations read them.</summary>
    private void Authorize(StoreSession session, CallContext context, JsonObject export)
    {
        BucketAccess.Require(session, context, export["DestinationConfigurations"]!["S3Destination"]!.AsObject());
        if (ExportQuery.TableOf((string)export["DataQuery"]!["QueryStatement"]!) != ExportTables.Recommendations)
            return;
        if (!HubEnrollment.IsActive(session, context.AccountId, environment.ManagementAccountId))
            throw DataExportsErrors.Validation($"The account {context.AccountId} is not enrolled in Cost Optimization Hub.");
        if (!ServiceLinkedRoles.Exists(session, context.AccountId, "bcm-data-exports.amazonaws.com"))
            throw DataExportsErrors.Validation("The service-linked role of bcm-data-exports.amazonaws.com does not exist.");
    }

    private static string Arn(JsonInput input) => input.Required("ExportArn", 2048);
}
