using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Lambda.Runtime;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Lambda;

/// <summary>Lambda: functions on a provided runtime, run for real as processes of this machine.</summary>
internal sealed class LambdaService : RestJsonServiceBase, IAsyncDisposable
{
    private readonly FunctionPool _pool;

    public LambdaService(LocalAwsEnvironment environment)
        : base("lambda")
    {
        var folders = new CodeFolder(environment);
        _pool = new FunctionPool(environment, folders);
        Events = new FunctionEvents(environment, _pool);
        var invoke = new InvokeOperation(environment, _pool, Events);
        var functions = new FunctionOperations(environment, folders);
        var permissions = new PermissionOperations(environment);
        var eventInvokes = new EventInvokeOperations(environment);
        var tags = new FunctionTags(environment);
        const string Function = "/2015-03-31/functions/{FunctionName}";
        Add("CreateFunction", "POST", "/2015-03-31/functions", functions.Create, 201);
        Add("ListFunctions", "GET", "/2015-03-31/functions", functions.List);
        Add("GetFunction", "GET", Function, functions.Get);
        Add("GetFunctionConfiguration", "GET", $"{Function}/configuration", functions.GetConfiguration);
        Add("UpdateFunctionConfiguration", "PUT", $"{Function}/configuration", functions.UpdateConfiguration);
        Add("UpdateFunctionCode", "PUT", $"{Function}/code", functions.UpdateCode);
        Add("DeleteFunction", "DELETE", Function, functions.Delete, 204);
        Add("PutFunctionConcurrency", "PUT", "/2017-10-31/functions/{FunctionName}/concurrency", functions.PutConcurrency);
        Add("GetFunctionConcurrency", "GET", "/2019-09-30/functions/{FunctionName}/concurrency", functions.GetConcurrency);
        Add("DeleteFunctionConcurrency", "DELETE", "/2017-10-31/functions/{FunctionName}/concurrency", functions.DeleteConcurrency, 204);
        AddRaw("Invoke", "POST", $"{Function}/invocations", invoke.RunAsync);
        Add("AddPermission", "POST", $"{Function}/policy", permissions.Add, 201);
        Add("GetPolicy", "GET", $"{Function}/policy", permissions.Get);
        Add("RemovePermission", "DELETE", $"{Function}/policy/{{StatementId}}", permissions.Remove, 204);
        const string EventInvoke = "/2019-09-25/functions/{FunctionName}/event-invoke-config";
        Add("PutFunctionEventInvokeConfig", "PUT", EventInvoke, eventInvokes.Put);
        Add("GetFunctionEventInvokeConfig", "GET", EventInvoke, eventInvokes.Get);
        Add("DeleteFunctionEventInvokeConfig", "DELETE", EventInvoke, eventInvokes.Delete, 204);
        Add("ListTags", "GET", "/2017-03-31/tags/{Resource}", tags.List);
        Add("TagResource", "POST", "/2017-03-31/tags/{Resource}", tags.Tag, 204);
        Add("UntagResource", "DELETE", "/2017-03-31/tags/{Resource}", tags.Untag, 204);
    }

    /// <summary>Where other services leave events for functions.</summary>
    public FunctionEvents Events { get; }

    public async ValueTask DisposeAsync()
    {
        await _pool.DisposeAsync();
        await Events.DisposeAsync();
    }

    protected override AwsError Invalid(string message) => LambdaErrors.InvalidParameter(message);
}
