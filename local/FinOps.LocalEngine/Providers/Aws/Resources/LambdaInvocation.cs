using System.Text;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>
/// aws:lambda/invocation:Invocation with the life cycle CREATE_ONLY: the function runs when the resource is created, and again when a trigger
/// changes, which replaces it. Deleting runs nothing.
/// </summary>
internal sealed class LambdaInvocation(AwsSession aws) : IResourceHandler
{
    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var function = call.Inputs.RequiredText("functionName");
        var request = new AwsRequest(AwsApi.Lambda, "Invoke", HttpMethod.Post, $"/2015-03-31/functions/{Uri.EscapeDataString(function)}/invocations", call.Region)
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["content-type"] = "application/json" },
            Body = Encoding.UTF8.GetBytes(call.Inputs.RequiredText("input")),
        };
        var response = await aws.Client.SendAsync(request, cancellationToken);
        var result = Encoding.UTF8.GetString(response.Body);
        // A function that failed answers under status 200, too.
        return response.Headers.TryGetValue("x-amz-function-error", out var error)
            ? throw new AwsCallException(request, response.Status, error, $"{function} failed: {result}")
            : Applied.Of($"{function}_$LATEST", ("result", result));
    }

    public Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken) => Task.FromResult(Kept(call));

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What the function said when it ran; there is nothing else to look at.</summary>
    public Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken) => Task.FromResult<Applied?>(Kept(call) with { FromStateOnly = true });

    private static Applied Kept(ResourceCall call) => Applied.Of(call.Id, ("result", call.OldOutputs.TextOf("result") ?? ""));
}
