using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Lambda.Runtime;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Lambda;

/// <summary>Functions themselves. Processes that run an older revision end when they fall idle.</summary>
internal sealed class FunctionOperations(LocalAwsEnvironment environment, CodeFolder folders)
{
    public JsonNode Create(RestCall call)
    {
        var (input, context) = (call.Input, call.Context);
        RefuseVersions(input);
        var name = FunctionStore.Name(context, input.Required("FunctionName", 140), null);
        if (input.OptionalOneOf("PackageType", "Zip", "Image") == "Image")
            throw LambdaErrors.InvalidParameter("This endpoint runs functions of package type Zip.");
        if (!input.Has("Runtime") || !input.Has("Handler"))
            throw LambdaErrors.InvalidParameter("Runtime and Handler are mandatory parameters for functions created with deployment packages.");
        input.Required("Role");
        var configuration = FunctionConfiguration.Defaults(name, context);
        FunctionConfiguration.SetArchitectures(input, configuration);
        return environment.Store.Write(session =>
        {
            if (session.Get(FunctionStore.Collection(context), name) is not null)
                throw LambdaErrors.Conflict($"Function already exist: {name}");
            FunctionConfiguration.Apply(input, configuration, session, context);
            var function = new JsonObject { ["Configuration"] = configuration, ["Statements"] = new JsonArray() };
            PutCode(session, function, CodePackage.Read(input.Object("Code"), session, context));
            FunctionStore.Save(session, context, function);
            FunctionStore.Tags.Merge(session, FunctionStore.Arn(context, name), input.Map("Tags"));
            return configuration.DeepClone();
        });
    }

    public JsonNode Get(RestCall call) => environment.Store.Read(session =>
    {
        var function = FunctionStore.Require(session, call);
        var configuration = function["Configuration"]!;
        var output = new JsonObject { ["Configuration"] = configuration.DeepClone(), ["Code"] = new JsonObject { ["RepositoryType"] = "S3" } };
        if (FunctionStore.Tags.Read(session, (string)configuration["FunctionArn"]!) is { Count: > 0 } tags)
            output["Tags"] = TagStore.ToMap(tags);
        if (Concurrency(function) is { Count: > 0 } concurrency)
            output["Concurrency"] = concurrency;
        return output;
    });

    public JsonNode GetConfiguration(RestCall call) =>
        environment.Store.Read(session => FunctionStore.Require(session, call)["Configuration"]!.DeepClone());

    public JsonNode List(RestCall call)
    {
        var (page, next) = Pager.Page(environment.Store.List(FunctionStore.Collection(call.Context)), item => item.Key, "ListFunctions",
            call.Query("Marker"), call.QueryInteger("MaxItems", 50, 1, 10_000), () => LambdaErrors.InvalidParameter("Invalid Marker."));
        var output = new JsonObject { ["Functions"] = new JsonArray([.. page.Select(item => item.Value["Configuration"]!.DeepClone())]) };
        if (next is not null)
            output["NextMarker"] = next;
        return output;
    }

    public JsonNode UpdateCode(RestCall call)
    {
        var (input, context) = (call.Input, call.Context);
        RefuseVersions(input);
        IReadOnlyList<string> unused = [];
        var updated = environment.Store.Write(session =>
        {
            var function = FunctionStore.Require(session, call);
            CheckRevision(input, function);
            var package = CodePackage.Read(input, session, context);
            var old = (string)function["CodeHash"]!;
            var changed = (JsonObject)function.DeepClone();
            FunctionConfiguration.SetArchitectures(input, (JsonObject)changed["Configuration"]!);
            FunctionConfiguration.Apply(new JsonInput([], LambdaErrors.InvalidParameter), (JsonObject)changed["Configuration"]!, session, context);
            FunctionConfiguration.SetCode(changed, package);
            if (input.Flag("DryRun"))
                return changed["Configuration"]!.DeepClone();
            PutCode(session, changed, package);
            FunctionStore.Save(session, context, changed);
            unused = FunctionStore.DropUnusedCode(session, old);
            return changed["Configuration"]!.DeepClone();
        });
        folders.Forget(unused);
        return updated;
    }

    public JsonNode UpdateConfiguration(RestCall call) => environment.Store.Write(session =>
    {
        var function = FunctionStore.Require(session, call);
        CheckRevision(call.Input, function);
        FunctionConfiguration.Apply(call.Input, (JsonObject)function["Configuration"]!, session, call.Context);
        FunctionStore.Save(session, call.Context, function);
        return function["Configuration"]!.DeepClone();
    });

    public JsonNode Delete(RestCall call)
    {
        var unused = environment.Store.Write(session =>
        {
            var function = FunctionStore.Require(session, call);
            var name = (string)function["Configuration"]!["FunctionName"]!;
            session.Delete(FunctionStore.Collection(call.Context), name);
            FunctionStore.Tags.Forget(session, FunctionStore.Arn(call.Context, name));
            return FunctionStore.DropUnusedCode(session, (string)function["CodeHash"]!);
        });
        folders.Forget(unused);
        return new JsonObject();
    }

    public JsonNode PutConcurrency(RestCall call)
    {
        var reserved = call.Input.OptionalLong("ReservedConcurrentExecutions", 0, 900)
            ?? throw call.Input.Fault("ReservedConcurrentExecutions", "Member must not be null");
        return SetConcurrency(call, reserved);
    }

    public JsonNode GetConcurrency(RestCall call) => environment.Store.Read(session => Concurrency(FunctionStore.Require(session, call)));

    public JsonNode DeleteConcurrency(RestCall call) => SetConcurrency(call, null);

    private JsonObject SetConcurrency(RestCall call, long? reserved) => environment.Store.Write(session =>
    {
        var function = FunctionStore.Require(session, call);
        function.Remove("Concurrency");
        if (reserved is not null)
            function["Concurrency"] = reserved;
        FunctionStore.Save(session, call.Context, function);
        return Concurrency(function);
    });

    private static JsonObject Concurrency(JsonObject function) =>
        (long?)function["Concurrency"] is { } reserved ? new JsonObject { ["ReservedConcurrentExecutions"] = reserved } : [];

    private static void PutCode(StoreSession session, JsonObject function, CodePackage package)
    {
        session.Put(FunctionStore.Code, package.Hash, [], package.Zip);
        FunctionConfiguration.SetCode(function, package);
    }

    private static void CheckRevision(JsonInput input, JsonObject function)
    {
        if (input.Optional("RevisionId") is { } revision && revision != (string?)function["Configuration"]!["RevisionId"])
            throw LambdaErrors.Stale();
    }

    private static void RefuseVersions(JsonInput input)
    {
        if (input.Flag("Publish"))
            throw LambdaErrors.InvalidParameter("This endpoint keeps $LATEST of a function and publishes no versions.");
    }
}
