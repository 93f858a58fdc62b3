using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Providers.Aws.Resources;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws;

/// <summary>The provider's user-facing failures.</summary>
internal static class AwsFailures
{
    public static EngineException NotApplied(ResourceCall call, string found, string fix) =>
        new(ErrorIds.AwsNotApplied, Subject(call), "", found, "what the embedded provider applies", fix);

    public static EngineException FunctionNotAnswered(string token, IEnumerable<string> known) =>
        new(ErrorIds.AwsFunctionNotAnswered, token, "", "a function that the embedded provider does not answer", string.Join(", ", known), "Use one of these, or deploy with the Pulumi CLI.");

    public static EngineException UnknownType(string token, string version, string? nearest) =>
        new(ErrorIds.AwsNotApplied, token, "", $"a type that aws {version} does not have", nearest ?? "a type of the provider", "Correct the type in the program.");

    public static string Subject(ResourceCall call) => $"{call.Token} '{call.Name}'";

    /// <summary>Runs one operation and tells its failures in the user's words.</summary>
    public static async Task<T> TranslateAsync<T>(AwsSession aws, string subject, Func<Task<T>> operation)
    {
        try
        {
            return await operation();
        }
        catch (AwsCallException refusal)
        {
            throw Translate(aws, subject, refusal);
        }
        catch (FileNotFoundException missing) when (missing.FileName is { } path)
        {
            throw new EngineException(
                ErrorIds.AwsFileMissing, subject, "", $"no file or folder {path}", "one that exists",
                "Build or create it first; relative paths start at the program's folder.", missing);
        }
        catch (NotSupportedException remote)
        {
            throw new EngineException(
                ErrorIds.AwsNotApplied, subject, "", remote.Message, "what the embedded provider applies", "Use a file or folder of the program's folder.", remote);
        }
        catch (HttpRequestException failure)
        {
            var endpoint = aws.Client.Endpoints.Default.OriginalString;
            throw new EngineException(
                ErrorIds.AwsUnreachable, subject, endpoint, $"nobody who answers ({failure.Message})", "an endpoint that speaks AWS",
                "Start it with 'finops local', or correct AWS_ENDPOINT_URL or the provider's endpoints.", failure);
        }
    }

    private static EngineException Translate(AwsSession aws, string subject, AwsCallException refusal)
    {
        var path = $"{refusal.Request.Api.SigningName}:{refusal.Request.Operation} at {aws.Client.Endpoints.For(refusal.Request.Api).OriginalString}";
        var found = $"{refusal.Code} (HTTP {(int)refusal.Status}): {refusal.Detail}";
        if (refusal.IsBadCredentials)
            return new EngineException(ErrorIds.AwsBadCredentials, subject, path, found, "keys that this endpoint knows", "The embedded AWS writes its keys to .finops/aws/credentials; 'finops local' prints the variables to export.", refusal);
        return refusal.IsAccessDenied
            ? new EngineException(ErrorIds.AwsAccessDenied, subject, path, found, "a caller with this permission", "Give the caller the permission, or use credentials that have it.", refusal)
            : new EngineException(ErrorIds.AwsRefused, subject, path, found, "what the operation accepts", "Correct the resource's inputs and run again; what was finished is kept.", refusal);
    }
}
