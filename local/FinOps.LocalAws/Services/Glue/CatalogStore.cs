using System.Text.Json.Nodes;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Glue;

/// <summary>Where databases and tables are kept: by account and region; a table's key is DATABASE/TABLE. Glue folds their names to lower case.</summary>
internal static class CatalogStore
{
    public static readonly TagStore Tags = new("glue", GlueErrors.Invalid);

    public static string Databases(CallContext context) => $"glue/databases/{context.AccountId}/{context.Region}";

    public static string Tables(CallContext context) => $"glue/tables/{context.AccountId}/{context.Region}";

    public static string DatabaseArn(CallContext context, string database) => $"arn:aws:glue:{context.Region}:{context.AccountId}:database/{database}";

    /// <summary>A name of the call, folded.</summary>
    /// <exception cref="AwsError">InvalidInputException: none, or longer than 255.</exception>
    public static string Name(JsonInput input, string member) => input.Required(member, 255).ToLowerInvariant();

    /// <summary>A catalog of another account is none that this caller has.</summary>
    public static void RequireOwnCatalog(JsonInput input, CallContext context)
    {
        if (input.Optional("CatalogId") is { } catalog && catalog != context.AccountId)
            throw GlueErrors.NotFound($"Catalog {catalog}");
    }

    public static JsonObject RequireDatabase(StoreSession session, CallContext context, string name) =>
        session.Get(Databases(context), name) ?? throw GlueErrors.NotFound($"Database {name}");

    public static JsonObject RequireTable(StoreSession session, CallContext context, string database, string name)
    {
        RequireDatabase(session, context, database);
        return session.Get(Tables(context), $"{database}/{name}") ?? throw GlueErrors.NotFound($"Table {name}");
    }

    /// <summary>The database that a tag call names; tables take no tags.</summary>
    public static string TaggedArn(StoreSession session, JsonInput input, CallContext context)
    {
        var arn = input.Required("ResourceArn", 10_240);
        var prefix = DatabaseArn(context, "");
        if (!arn.StartsWith(prefix, StringComparison.Ordinal))
            throw GlueErrors.NotFound($"The resource {arn}");
        RequireDatabase(session, context, arn[prefix.Length..]);
        return arn;
    }
}
