using FinOps.LocalAws.Authorization;
using FinOps.LocalAws.Calls;
using FinOps.LocalAws.Faults;
using FinOps.LocalAws.Regions;
using FinOps.LocalAws.Signing;
using FinOps.LocalAws.Wire;
using Microsoft.AspNetCore.Http;

namespace FinOps.LocalAws.Hosting;

/// <summary>One request from socket to answer: read, authenticate, find the operation, see that the caller may, run it, record it.</summary>
internal sealed class RequestPipeline(LocalAwsEnvironment environment, ServiceRegistry services, CallLog calls)
{
    private readonly RequestAuthenticator _authenticator = new(environment.Credentials, environment.Time);
    private readonly Gatekeeper _gatekeeper = new(environment);
    private readonly FaultInjector _faults = new(environment.Options.Faults, environment.Time);
    private readonly JsonProtocol _json = new(services.Json);
    private readonly CborProtocol _cbor = new(services.Json);
    private readonly QueryProtocol _query = new(services.Query);
    private readonly Ec2QueryProtocol _ec2Query = new(services.Query);
    private readonly RestJsonProtocol _restJson = new(services.Rest);
    private readonly RestXmlProtocol _restXml = new(services.S3);

    public async Task HandleAsync(HttpContext http)
    {
        var requestId = Guid.NewGuid().ToString();
        var request = RequestReader.ReadHead(http);
        var protocol = ProtocolOf(request);
        WireResponse response;
        AuthenticatedRequest? authenticated = null;
        IReadOnlyList<AccessNeed>? needs = null;
        var operation = $"{request.Method} {request.RawPath}";
        try
        {
            authenticated = _authenticator.Authenticate(request with { Body = await RequestReader.ReadBodyAsync(http) });
            AwsRegions.RequireEnabled(authenticated.Scope.Region);
            var invocation = protocol.Resolve(authenticated.Request, authenticated.Scope.Service);
            operation = invocation.Operation;
            var context = new CallContext(authenticated.Caller, authenticated.Scope.Region, requestId, environment.Time.GetUtcNow(), http.RequestAborted);
            await _faults.MeetAsync(invocation.Service, operation, context);
            var facts = new CallFacts(invocation, context, environment);
            needs = ActionTable.Find(facts);
            response = _gatekeeper.Refusal(facts, needs) is { } refusal ? protocol.Refuse(protocol.Deny(refusal), requestId) : await invocation.RunAsync(context);
        }
        catch (SignatureRefusedException refused)
        {
            response = protocol.Refuse(protocol.Describe(refused.Refusal), requestId);
        }
        catch (DroppedConnectionException)
        {
            http.Abort();
            return;
        }
        catch (AwsError error)
        {
            response = protocol.Refuse(error, requestId);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
#pragma warning disable CA1031 // A defect of one operation must reach its caller as AWS's internal failure, and the call log, and not end the endpoint.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            var told = $"FIN4004: the embedded AWS failed at {operation}: {failure.GetType().Name}: {failure.Message}";
            response = protocol.Refuse(new AwsError("InternalFailure", told, 500), requestId) with { Error = told };
        }

        if (authenticated is not null)
            calls.Record(new RecordedCall(0, environment.Time.GetUtcNow(), authenticated.Scope.Service, operation,
                authenticated.Caller.Arn, authenticated.Caller.AccountId, response.Status, response.Error)
            {
                Access = needs?.Select(need => new EvaluatedAccess(need.Action, need.Resource)).ToArray(),
            });
        await WriteAsync(http, request, response);
    }

    // Before a signature is known to be good, its scope is only used to choose the shape of a refusal.
    private IWireProtocol ProtocolOf(IncomingRequest request)
    {
        if (CborProtocol.Speaks(request))
            return _cbor;
        if (JsonProtocol.Speaks(request))
            return _json;
        if (QueryProtocol.Speaks(request))
            return SignatureClaim.PeekService(request) == Ec2QueryProtocol.SigningName ? _ec2Query : _query;
        return SignatureClaim.PeekService(request) is { } service && service != "s3" ? _restJson : _restXml;
    }

    private static async Task WriteAsync(HttpContext http, IncomingRequest request, WireResponse response)
    {
        http.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
            http.Response.Headers[name] = value;
        if (response.Stream is not null)
        {
            http.Response.ContentLength = response.StreamLength;
            if (request.Method != "HEAD")
                await response.Stream(http.Response.Body, http.RequestAborted);
        }
        else if (request.Method == "HEAD")
        {
            if (response.Error is null && response.StreamLength > 0)
                http.Response.ContentLength = response.StreamLength;
        }
        else if (response.Status is not (204 or 304))
        {
            http.Response.ContentLength = response.Body.Length;
            await http.Response.Body.WriteAsync(response.Body, http.RequestAborted);
        }
    }
}
