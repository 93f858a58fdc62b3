using System.Net;
using Amazon.Budgets;
using Amazon.Budgets.Model;
using Amazon.CostExplorer;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using FinOps.Core.Costs.Rows;
using FinOps.Functions.Aws;
using FinOps.Functions.Delivery;
using Moq;

namespace FinOps.Functions.Tests.Support;

/// <summary>AWS for handler tests: a bill behind Cost Explorer, mocks behind the rest, and a memory of what was stored and mailed.</summary>
internal sealed class FakeClients
{
    private readonly Dictionary<string, PutObjectRequest> _stored = new(StringComparer.Ordinal);

    public FakeClients(IAmazonCostExplorer costExplorer)
    {
        Budgets.Setup(client => client.DescribeBudgetsAsync(It.IsAny<DescribeBudgetsRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new DescribeBudgetsResponse());
        Identity.Setup(client => client.GetCallerIdentityAsync(It.IsAny<GetCallerIdentityRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new GetCallerIdentityResponse { Account = "100000000000" });
        Storage.Setup(client => client.PutObjectAsync(It.IsAny<PutObjectRequest>(), It.IsAny<CancellationToken>()))
            .Returns((PutObjectRequest request, CancellationToken _) => Task.FromResult(Put(request)));
        Storage.Setup(client => client.GetObjectMetadataAsync(It.IsAny<GetObjectMetadataRequest>(), It.IsAny<CancellationToken>()))
            .Returns((GetObjectMetadataRequest request, CancellationToken _) => Has(request.Key)
                ? Task.FromResult(new GetObjectMetadataResponse { ETag = "there" })
                : throw new AmazonS3Exception("not there", ErrorType.Sender, "NotFound", "r", HttpStatusCode.NotFound));
        Storage.Setup(client => client.ListObjectsV2Async(It.IsAny<ListObjectsV2Request>(), It.IsAny<CancellationToken>()))
            .Returns(() => Task.FromResult(new ListObjectsV2Response { S3Objects = [.. Keys().Select(key => new S3Object { Key = key })] }));
        Storage.Setup(client => client.GetPreSignedURL(It.IsAny<GetPreSignedUrlRequest>()))
            .Returns((GetPreSignedUrlRequest request) => $"https://bucket.example/{request.Key}?X-Amz-Signature=s");
        Storage.Setup(client => client.GetObjectAsync(It.IsAny<GetObjectRequest>(), It.IsAny<CancellationToken>()))
            .Returns((GetObjectRequest request, CancellationToken _) => Has(request.Key)
                ? Task.FromResult(new GetObjectResponse { ResponseStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(_stored[request.Key].ContentBody)) })
                : throw new AmazonS3Exception("not there", ErrorType.Sender, "NoSuchKey", "r", HttpStatusCode.NotFound));
        Mail.Setup(client => client.SendEmailAsync(It.IsAny<SendEmailRequest>(), It.IsAny<CancellationToken>()))
            .Callback((SendEmailRequest request, CancellationToken _) => Mails.Add(request))
            .ReturnsAsync(new SendEmailResponse { MessageId = "m-1" });
        Clients = new ReportClients(costExplorer, Budgets.Object, Identity.Object, Storage.Object, Mail.Object, "the fake");
    }

    public Mock<IAmazonBudgets> Budgets { get; } = new();

    public Mock<IAmazonSecurityTokenService> Identity { get; } = new();

    public Mock<IAmazonS3> Storage { get; } = new();

    public Mock<IAmazonSimpleEmailServiceV2> Mail { get; } = new();

    public List<SendEmailRequest> Mails { get; } = [];

    /// <summary>What was stored, without the index of all reports.</summary>
    public IReadOnlyDictionary<string, PutObjectRequest> Stored => Keys().Where(key => key != ReportIndex.Key).ToDictionary(key => key, key => _stored[key], StringComparer.Ordinal);

    public PutObjectRequest Index => _stored[ReportIndex.Key];

    public ReportClients Clients { get; }

    public static FakeClients For(IReadOnlyList<CostRow> rows) => new(new BilledCostExplorer(rows));

    private List<string> Keys()
    {
        lock (_stored)
            return [.. _stored.Keys];
    }

    /// <summary>Puts an object where an earlier run would have.</summary>
    public void Store(string key, string text)
    {
        lock (_stored)
            _stored[key] = new PutObjectRequest { Key = key, ContentBody = text };
    }

    private bool Has(string key)
    {
        lock (_stored)
            return _stored.ContainsKey(key);
    }

    private PutObjectResponse Put(PutObjectRequest request)
    {
        lock (_stored)
        {
            if (request.IfNoneMatch == "*" && !_stored.TryAdd(request.Key, request))
                throw new AmazonS3Exception("exists", ErrorType.Sender, "PreconditionFailed", "r", HttpStatusCode.PreconditionFailed);
            _stored[request.Key] = request;
        }

        return new PutObjectResponse();
    }
}
