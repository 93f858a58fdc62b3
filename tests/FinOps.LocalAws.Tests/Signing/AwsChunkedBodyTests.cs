using System.Security.Cryptography;
using System.Text;
using FinOps.LocalAws.Signing;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Tests.Signing;

public sealed class AwsChunkedBodyTests
{
    private const string Mode = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
    private static readonly CredentialScope Scope = new("20261121", "us-east-1", "s3");
    private static readonly SigningKey Key = new("secret", Scope);
    private static readonly SignatureClaim Claim = new("AKIA", Scope, ["host"], new string('a', 64), new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), null, null);

    [Fact]
    public void Decode_SignedChunks_JoinsThemAndTakesTheTrailers()
    {
        var decoded = AwsChunkedBody.Decode(Request(Body("hello ", "world")), Mode, Key, Claim);

        Assert.Equal("hello world", Encoding.ASCII.GetString(decoded.Body.Span));
        Assert.Equal("AAAAAA==", decoded.Header("x-amz-checksum-crc32"));
    }

    [Theory]
    [InlineData("hello", "jello", SignatureRefusalKind.Mismatch)]
    [InlineData("AAAAAA==", "BAAAAA==", SignatureRefusalKind.Mismatch)]
    [InlineData("x-amz-trailer-signature", "x-amz-other-signature", SignatureRefusalKind.Mismatch)]
    [InlineData("chunk-signature", "chunk-signiture", SignatureRefusalKind.IncompleteBody)]
    [InlineData("6;chunk", "zz;chunk", SignatureRefusalKind.IncompleteBody)]
    [InlineData("6;chunk", "fffffff;chunk", SignatureRefusalKind.IncompleteBody)]
    [InlineData("6;chunk", "-6;chunk", SignatureRefusalKind.IncompleteBody)]
    internal void Decode_ChangedOnTheWay_IsRefused(string from, string to, SignatureRefusalKind kind)
    {
        var request = Request(Body("hello ", "world").Replace(from, to, StringComparison.Ordinal));

        var refused = Assert.Throws<SignatureRefusedException>(() => AwsChunkedBody.Decode(request, Mode, Key, Claim));

        Assert.Equal(kind, refused.Refusal.Kind);
    }

    [Fact]
    public void Decode_CutShort_IsIncomplete()
    {
        var body = Body("hello ", "world");
        foreach (var length in Enumerable.Range(0, body.IndexOf("0;chunk", StringComparison.Ordinal) + 10))
            Assert.Throws<SignatureRefusedException>(() => AwsChunkedBody.Decode(Request(body[..length]), Mode, Key, Claim));
    }

    private static IncomingRequest Request(string body) => new()
    {
        Method = "PUT",
        RawPath = "/b/k",
        Query = [],
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["x-amz-decoded-content-length"] = "11" },
        Body = Encoding.ASCII.GetBytes(body),
    };

    private static string Body(params string[] chunks)
    {
        var (body, previous) = (new StringBuilder(), Claim.Signature);
        foreach (var chunk in chunks.Append(""))
        {
            previous = Key.Sign(string.Join('\n', "AWS4-HMAC-SHA256-PAYLOAD", "20261121T120000Z", Scope, previous, Hash(""), Hash(chunk)));
            body.Append($"{chunk.Length:x};chunk-signature={previous}\r\n{chunk}{(chunk.Length > 0 ? "\r\n" : "")}");
        }
        var trailer = Key.Sign(string.Join('\n', "AWS4-HMAC-SHA256-TRAILER", "20261121T120000Z", Scope, previous, Hash("x-amz-checksum-crc32:AAAAAA==\n")));
        return body.Append($"x-amz-checksum-crc32:AAAAAA==\r\nx-amz-trailer-signature:{trailer}\r\n\r\n").ToString();
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
}
