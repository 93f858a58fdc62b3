using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Glue;

/// <summary>Tables: kept as sent, with what Glue adds. Every update makes a new version number; old versions are not kept.</summary>
internal sealed class TableOperations(LocalAwsEnvironment environment)
{
    private static readonly JsonPage Page = new(100);

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("CreateTable", Create);
        add("GetTable", (input, context) => environment.Store.Read(session => new JsonObject
        {
            ["Table"] = CatalogStore.RequireTable(session, context, Database(input, context), CatalogStore.Name(input, "Name")),
        }));
        add("GetTables", List);
        add("UpdateTable", Update);
        add("DeleteTable", Delete);
        // Asked for by clients that read a table; partition indexes cannot be made here, so there is none.
        add("GetPartitionIndexes", (input, context) => environment.Store.Read(session =>
        {
            CatalogStore.RequireTable(session, context, Database(input, context), CatalogStore.Name(input, "TableName"));
            return new JsonObject { ["PartitionIndexDescriptorList"] = new JsonArray() };
        }));
    }

    private JsonObject Create(JsonInput input, CallContext context)
    {
        var database = Database(input, context);
        var table = Read(input.Object("TableInput"), context, database);
        var name = (string)table["Name"]!;
        table["CreateTime"] = context.Now.ToUnixTimeSeconds();
        table["VersionId"] = "0";
        environment.Store.Write(session =>
        {
            CatalogStore.RequireDatabase(session, context, database);
            if (!session.Add(CatalogStore.Tables(context), $"{database}/{name}", table))
                throw GlueErrors.Exists($"Table {name}");
        });
        return [];
    }

    private JsonObject Update(JsonInput input, CallContext context)
    {
        var database = Database(input, context);
        var table = Read(input.Object("TableInput"), context, database);
        var name = (string)table["Name"]!;
        environment.Store.Write(session =>
        {
            var old = CatalogStore.RequireTable(session, context, database, name);
            table["CreateTime"] = (long)old["CreateTime"]!;
            table["VersionId"] = (int.Parse((string)old["VersionId"]!, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
            session.Put(CatalogStore.Tables(context), $"{database}/{name}", table);
        });
        return [];
    }

    private JsonObject Delete(JsonInput input, CallContext context)
    {
        var (database, name) = (Database(input, context), CatalogStore.Name(input, "Name"));
        environment.Store.Write(session =>
        {
            CatalogStore.RequireTable(session, context, database, name);
            session.Delete(CatalogStore.Tables(context), $"{database}/{name}");
        });
        return [];
    }

    private JsonObject List(JsonInput input, CallContext context)
    {
        var database = Database(input, context);
        if (input.Has("Expression"))
            throw GlueErrors.Invalid("Filter expressions are not understood by this endpoint.");
        var tables = environment.Store.Read(session =>
        {
            CatalogStore.RequireDatabase(session, context, database);
            return session.List(CatalogStore.Tables(context), $"{database}/");
        });
        return Page.Of(input, $"GetTables {database}", "TableList", tables, item => item.Key, item => item.Value);
    }

    private static JsonObject Read(JsonInput input, CallContext context, string database)
    {
        var table = (JsonObject)input.Body.DeepClone();
        table["Name"] = CatalogStore.Name(input, "Name");
        input.Map("Parameters");
        input.Optional("Description", 2048);
        var columns = (input.OptionalObject("StorageDescriptor")?.Objects("Columns") ?? []).Concat(input.Objects("PartitionKeys"));
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in columns)
        {
            column.Optional("Comment", 255);
            if (!seen.Add(column.Required("Name", 255)))
                throw GlueErrors.Invalid($"The column {column.Required("Name")} is there twice, among columns and partition keys.");
        }
        table["DatabaseName"] = database;
        table["CatalogId"] = context.AccountId;
        table["CreatedBy"] = context.Caller.Arn;
        table["UpdateTime"] = context.Now.ToUnixTimeSeconds();
        table["IsRegisteredWithLakeFormation"] = false;
        return table;
    }

    private static string Database(JsonInput input, CallContext context)
    {
        CatalogStore.RequireOwnCatalog(input, context);
        return CatalogStore.Name(input, "DatabaseName");
    }
}
