using Amazon.ResourceGroupsTaggingAPI;
using Amazon.ResourceGroupsTaggingAPI.Model;
using Amazon.Runtime;
using Moq;

namespace FinOps.Functions.Tests.TagFixes;

/// <summary>The Tagging API of one place, in memory: tags by ARN, what was called, and what goes wrong.</summary>
internal sealed class FakeTagging
{
    public FakeTagging()
    {
        Mock.Setup(api => api.GetResourcesAsync(It.IsAny<GetResourcesRequest>(), It.IsAny<CancellationToken>())).Returns((GetResourcesRequest request, CancellationToken _) => Answer("read", () => new GetResourcesResponse
        {
            ResourceTagMappingList = [.. request.ResourceARNList!.Where(Shown.ContainsKey).Select(arn => new ResourceTagMapping { ResourceARN = arn, Tags = [.. Shown[arn].Select(tag => new Tag { Key = tag.Key, Value = tag.Value })] })],
        }));
        Mock.Setup(api => api.TagResourcesAsync(It.IsAny<TagResourcesRequest>(), It.IsAny<CancellationToken>())).Returns((TagResourcesRequest request, CancellationToken _) => Answer("tag", () =>
        {
            foreach (var arn in request.ResourceARNList!.Where(arn => !Refused.Contains(arn)))
                foreach (var (key, value) in request.Tags!)
                    Tags[arn][key] = value;
            return new TagResourcesResponse { FailedResourcesMap = Failures(request.ResourceARNList!) };
        }));
        Mock.Setup(api => api.UntagResourcesAsync(It.IsAny<UntagResourcesRequest>(), It.IsAny<CancellationToken>())).Returns((UntagResourcesRequest request, CancellationToken _) => Answer("untag", () =>
        {
            foreach (var arn in request.ResourceARNList!)
                foreach (var key in request.TagKeys!)
                    Tags[arn].Remove(key);
            return new UntagResourcesResponse();
        }));
    }

    public Mock<IAmazonResourceGroupsTaggingAPI> Mock { get; } = new();

    public Dictionary<string, Dictionary<string, string>> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>What reading shows; the tags themselves unless a test lets it lag behind.</summary>
    public Dictionary<string, Dictionary<string, string>> Shown { get => field ?? Tags; set; }

    public HashSet<string> Refused { get; } = [];

    public string? Fails { get; set; }

    public List<string> Calls { get; } = [];

    /// <summary>Called before each answer.</summary>
    public Action<string> Before { get; set; } = _ => { };

    public int Writes => Calls.Count(call => call != "read");

    private Dictionary<string, FailureInfo> Failures(IEnumerable<string> arns) =>
        arns.Where(Refused.Contains).ToDictionary(arn => arn, _ => new FailureInfo { StatusCode = 400, ErrorCode = ErrorCode.InvalidParameterException, ErrorMessage = "no permission ec2:CreateTags" });

    private Task<T> Answer<T>(string call, Func<T> answer)
    {
        Calls.Add(call);
        Before(call);
        return call == Fails
            ? Task.FromException<T>(new AmazonServiceException("The security token included in the request is expired", ErrorType.Sender, "ExpiredTokenException", "r", System.Net.HttpStatusCode.Forbidden))
            : Task.FromResult(answer());
    }
}
