using System.Text.Json.Nodes;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.DataExports;

/// <summary>Where exports are kept: by account and ARN, shaped <c>{ Export, ExportStatus }</c> as GetExport answers.</summary>
internal static class ExportStore
{
    public static readonly TagStore Tags = new("bcm-data-exports", message => DataExportsErrors.Validation(message, "fieldValidationFailed"));

    public static string Collection(CallContext context) => $"bcm-data-exports/{context.AccountId}";

    public static JsonObject Require(StoreSession session, CallContext context, string arn) =>
        session.Get(Collection(context), arn) ?? throw DataExportsErrors.NotFound(arn);

    /// <summary>The export that a tag call names.</summary>
    public static string TaggedArn(StoreSession session, JsonInput input, CallContext context)
    {
        var arn = input.Required("ResourceArn", 2048);
        Require(session, context, arn);
        return arn;
    }
}
