using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Glue;

/// <summary>Databases; deleting one deletes its tables.</summary>
internal sealed class DatabaseOperations(LocalAwsEnvironment environment)
{
    private static readonly JsonPage Page = new(100);

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("CreateDatabase", Create);
        add("GetDatabase", (input, context) => environment.Store.Read(session => new JsonObject
        {
            ["Database"] = CatalogStore.RequireDatabase(session, context, Name(input, context)),
        }));
        add("GetDatabases", (input, context) => Page.Of(input, "GetDatabases", "DatabaseList", environment.Store.List(CatalogStore.Databases(context)), item => item.Key, item => item.Value));
        add("UpdateDatabase", Update);
        add("DeleteDatabase", Delete);
    }

    private JsonObject Create(JsonInput input, CallContext context)
    {
        CatalogStore.RequireOwnCatalog(input, context);
        var database = Read(input.Object("DatabaseInput"), context);
        database["CreateTime"] = context.Now.ToUnixTimeSeconds();
        var name = (string)database["Name"]!;
        environment.Store.Write(session =>
        {
            if (!session.Add(CatalogStore.Databases(context), name, database))
                throw GlueErrors.Exists($"Database {name}");
            CatalogStore.Tags.Merge(session, CatalogStore.DatabaseArn(context, name), input.Map("Tags"));
        });
        return [];
    }

    private JsonObject Update(JsonInput input, CallContext context)
    {
        var (name, database) = (Name(input, context), Read(input.Object("DatabaseInput"), context));
        if ((string?)database["Name"] != name)
            throw GlueErrors.Invalid("A database cannot be renamed.");
        environment.Store.Write(session =>
        {
            database["CreateTime"] = (long)CatalogStore.RequireDatabase(session, context, name)["CreateTime"]!;
            session.Put(CatalogStore.Databases(context), name, database);
        });
        return [];
    }

    private JsonObject Delete(JsonInput input, CallContext context)
    {
        var name = Name(input, context);
        environment.Store.Write(session =>
        {
            CatalogStore.RequireDatabase(session, context, name);
            foreach (var table in session.List(CatalogStore.Tables(context), $"{name}/"))
                session.Delete(CatalogStore.Tables(context), table.Key);
            session.Delete(CatalogStore.Databases(context), name);
            CatalogStore.Tags.Forget(session, CatalogStore.DatabaseArn(context, name));
        });
        return [];
    }

    private static JsonObject Read(JsonInput input, CallContext context)
    {
        var database = (JsonObject)input.Body.DeepClone();
        database["Name"] = CatalogStore.Name(input, "Name");
        input.Map("Parameters");
        input.Optional("Description", 2048);
        input.Optional("LocationUri", 1024);
        database["CatalogId"] = context.AccountId;
        return database;
    }

    private static string Name(JsonInput input, CallContext context)
    {
        CatalogStore.RequireOwnCatalog(input, context);
        return CatalogStore.Name(input, "Name");
    }
}
