using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;

namespace FinOps.Functions.Tests.Scheduling;

/// <summary>EC2 as far as it stops instances: a call that names a bad one fails whole.</summary>
internal sealed class FakeEc2(Func<IReadOnlyList<string>, string?> refusal) : IAmazonEC2
{
    public List<IReadOnlyList<string>> Calls { get; } = [];

    public HashSet<string> Stopped { get; } = [];

    public IClientConfig Config => throw new NotSupportedException();

    public Task<StopInstancesResponse> StopInstancesAsync(StopInstancesRequest request, CancellationToken cancellationToken = default)
    {
        Calls.Add(request.InstanceIds!);
        if (refusal(request.InstanceIds!) is { } code)
            throw new AmazonEC2Exception("refused", null, ErrorType.Sender, code, "r-1", code == "RequestLimitExceeded" ? System.Net.HttpStatusCode.ServiceUnavailable : System.Net.HttpStatusCode.BadRequest);
        Stopped.UnionWith(request.InstanceIds!);
        return Task.FromResult(new StopInstancesResponse { StoppingInstances = [.. request.InstanceIds!.Where(id => id != "i-silent").Select(id => new InstanceStateChange { InstanceId = id })] });
    }

    public Task<StartInstancesResponse> StartInstancesAsync(StartInstancesRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<DescribeInstancesResponse> DescribeInstancesAsync(DescribeInstancesRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<DescribeRegionsResponse> DescribeRegionsAsync(DescribeRegionsRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public void Dispose() { }
}
