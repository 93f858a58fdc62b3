using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.S3;

/// <summary>One S3 request with the bucket and key it names.</summary>
internal sealed record S3Call(IncomingRequest Request, S3Target Target, CallContext Context)
{
    public string Bucket => Target.Bucket ?? throw S3Errors.InvalidArgument("The request names no bucket.");

    public string Key => Target.Key ?? throw S3Errors.InvalidArgument("The request names no key.");

    public string? Header(string name) => Request.Header(name);

    public string? Query(string name) => Request.QueryValue(name);
}
