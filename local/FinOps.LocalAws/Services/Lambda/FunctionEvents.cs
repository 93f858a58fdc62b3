using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FinOps.Core.Governance.AccessPolicies;
using FinOps.Core.Governance.ControlPolicies;
using FinOps.LocalAws.Calls;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Lambda.Runtime;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Lambda;

/// <summary>Events for functions, run in the background, once each: one that fails is not tried again.</summary>
internal sealed class FunctionEvents(LocalAwsEnvironment environment, FunctionPool pool) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Task> _running = new();

    public void Run(FunctionSnapshot function, InvocationRequest request) =>
        // The caller's connection may end long before the function does.
        _running[request.Id] = Task.Run(() => RunAsync(function, request));

    /// <summary>
    /// Hands an event of another service over, if the function's own policy lets that service invoke it. As at AWS, whoever caused the event
    /// hears nothing of a refusal; the log of calls has it.
    /// </summary>
    /// <param name="service">For example <c>sns.amazonaws.com</c>.</param>
    /// <param name="sourceArn">What of the service the event comes from.</param>
    public void Deliver(string service, string sourceArn, string functionArn, byte[] payload, CallContext context)
    {
        var there = context with { Region = functionArn.Split(':') is { Length: > 3 } parts ? parts[3] : context.Region };
        var access = new EvaluatedAccess("lambda:InvokeFunction", functionArn);
        try
        {
            var function = environment.Store.Read(session => FunctionStore.Require(session, there, FunctionStore.Name(there, functionArn, null)));
            if (!MayInvoke(service, sourceArn, functionArn, function, context))
                throw LambdaErrors.Make("AccessDeniedException", $"{service} may not invoke {functionArn} for {sourceArn}: add a permission to the function.", 403);
            Run(FunctionSnapshot.Of(function, there), new InvocationRequest(Guid.NewGuid().ToString(), payload, null));
            Record(202, null);
        }
        catch (AwsError refused)
        {
            Record(refused.Status, $"{refused.Code}: {refused.Message}");
        }

        void Record(int status, string? error) => environment.Calls.Record(
            new RecordedCall(0, context.Now, "lambda", "Invoke", service, context.AccountId, status, error) { Access = [access] });
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(_running.Values);

    private static bool MayInvoke(string service, string sourceArn, string functionArn, JsonObject function, CallContext context)
    {
        var statements = function["Statements"]!.AsArray();
        if (statements.Count == 0)
            return false;
        var caller = AccessCaller.Service(service);
        var request = new ScpRequest("lambda:InvokeFunction", caller.PrincipalArn, [new ScpResource(functionArn)], RequestTags: null)
        {
            Context = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("aws:SourceArn", [sourceArn]).Add("aws:SourceAccount", [context.AccountId]),
        };
        var policy = AccessPolicy.Parse($"the policy of {functionArn}", new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = statements.DeepClone() }.ToJsonString());
        return AccessEvaluator.Judge(request, caller, [], policy).Outcome == AccessOutcome.Allowed;
    }

    private async Task RunAsync(FunctionSnapshot function, InvocationRequest request)
    {
        try
        {
            await pool.InvokeAsync(function, request, CancellationToken.None);
        }
        catch (Exception exception) when (exception is AwsError or OperationCanceledException or ObjectDisposedException)
        {
            // There is nobody to tell; what the function wrote is in its log group.
        }
        finally
        {
            _running.TryRemove(request.Id, out _);
        }
    }
}
