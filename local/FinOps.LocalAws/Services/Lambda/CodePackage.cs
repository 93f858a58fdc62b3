using System.IO.Compression;
using System.Security.Cryptography;
using FinOps.LocalAws.Services.S3;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Lambda;

/// <summary>A deployment package: a zip that unpacks inside its own folder and is not too large.</summary>
internal sealed record CodePackage(byte[] Zip)
{
    private const long MaximumZip = 50 * 1024 * 1024;
    private const long MaximumUnzipped = 262_144_000;

    /// <summary>Lower-case hex; the key in the store and the name of the unpacked folder.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Zip));

    /// <summary>CodeSha256 as Lambda answers it.</summary>
    public string Base64Hash => Convert.ToBase64String(Convert.FromHexString(Hash));

    /// <summary>Reads ZipFile, or the object that S3Bucket and S3Key name, out of the input.</summary>
    /// <exception cref="AwsError">InvalidParameterValueException and the errors of its source.</exception>
    public static CodePackage Read(JsonInput code, StoreSession session, CallContext context)
    {
        foreach (var unsupported in (string[])["ImageUri", "S3ObjectVersion", "SourceKMSKeyArn"])
            if (code.Has(unsupported))
                throw LambdaErrors.InvalidParameter($"This endpoint does not take {unsupported}.");
        var zip = code.Has("ZipFile")
            ? Decode(code.Required("ZipFile"))
            : FromS3(session, context, code.Required("S3Bucket"), code.Required("S3Key"));
        Check(zip);
        return new CodePackage(zip);
    }

    private static byte[] Decode(string base64)
    {
        byte[] zip;
        try
        {
            zip = Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            throw LambdaErrors.InvalidParameter("ZipFile is not base64.");
        }
        return zip.LongLength <= MaximumZip
            ? zip
            : throw LambdaErrors.Make("RequestEntityTooLargeException", $"Request must be smaller than {MaximumZip} bytes for the UpdateFunctionCode operation", 413);
    }

    private static byte[] FromS3(StoreSession session, CallContext context, string bucket, string key)
    {
        var found = session.Get(BucketStore.Buckets, bucket);
        if (found is null || (string?)found["Owner"] != context.AccountId)
            throw LambdaErrors.InvalidParameter("Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The specified bucket does not exist");
        var document = session.Get(BucketStore.Objects(bucket), key)
            ?? throw LambdaErrors.InvalidParameter("Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist.");
        using var whole = new MemoryStream();
        foreach (var part in document["Parts"]!.AsArray())
            whole.Write(session.GetBlob(BucketStore.Data, (string)part!["Id"]!));
        return whole.ToArray();
    }

    private static void Check(byte[] zip)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
            if (archive.Entries.Sum(entry => entry.Length) > MaximumUnzipped)
                throw LambdaErrors.InvalidParameter($"Unzipped size must be smaller than {MaximumUnzipped} bytes");
            foreach (var entry in archive.Entries)
                if (!ZipEntries.IsSafe(entry))
                    throw LambdaErrors.InvalidParameter($"Could not unzip uploaded file: the entry '{entry.FullName}' points outside the package.");
            if (archive.GetEntry("bootstrap") is null)
                throw LambdaErrors.InvalidParameter("The package has no file 'bootstrap' at its top, which a provided runtime starts.");
        }
        catch (InvalidDataException)
        {
            throw LambdaErrors.InvalidParameter("Could not unzip uploaded file. Please check your file, then try to upload again.");
        }
    }
}
