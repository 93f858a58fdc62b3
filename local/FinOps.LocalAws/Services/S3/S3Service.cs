using System.Globalization;
using System.Xml.Linq;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.S3;

internal sealed class S3Service(LocalAwsEnvironment environment) : IRestService
{
    public static readonly XNamespace Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    public string SigningName => "s3";

    public Invocation? Match(IncomingRequest request) => request is { Method: "GET", RawPath: "/" }
        ? new Invocation(SigningName, "ListBuckets", ListBucketsAsync)
        : null;

    private Task<WireResponse> ListBucketsAsync(CallContext context) => Task.FromResult(WireResponse.Xml(
        new XElement(Namespace + "ListAllMyBucketsResult",
            new XElement(Namespace + "Buckets", environment.Store.List("s3/buckets").Select(bucket =>
                new XElement(Namespace + "Bucket",
                    new XElement(Namespace + "Name", bucket.Key),
                    new XElement(Namespace + "CreationDate", ((DateTimeOffset)bucket.Value["Created"]!).ToString("O", CultureInfo.InvariantCulture))))))));
}
