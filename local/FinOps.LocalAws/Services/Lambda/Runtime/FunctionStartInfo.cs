using System.Diagnostics;
using System.Globalization;
using System.Text;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Iam;

namespace FinOps.LocalAws.Services.Lambda.Runtime;

/// <summary>What a function's process sees: its own folder, Lambda's variables, the function's, and keys of its role. Nothing else of this process's environment but PATH and where .NET is.</summary>
internal static class FunctionStartInfo
{
    private static readonly TimeSpan CredentialLifetime = TimeSpan.FromHours(12);

    public static ProcessStartInfo Make(LocalAwsEnvironment environment, FunctionSnapshot function, string folder, string runtimeApi, string logStream)
    {
        var info = new ProcessStartInfo(Path.Combine(folder, "bootstrap"))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        var variables = info.Environment;
        variables.Clear();
        foreach (var inherited in (string[])["PATH", "DOTNET_ROOT", "SystemRoot"])
            if (Environment.GetEnvironmentVariable(inherited) is { Length: > 0 } value)
                variables[inherited] = value;
        foreach (var (name, value) in function.Variables)
            variables[name] = value;

        var home = Directory.CreateDirectory(Path.Combine(environment.DataDirectory, "lambda", "tmp", function.Name)).FullName;
        variables["HOME"] = home;
        variables["TMPDIR"] = home;
        variables["LANG"] = "en_US.UTF-8";
        variables["TZ"] = ":UTC";
        variables["_HANDLER"] = function.Handler;
        variables["LAMBDA_TASK_ROOT"] = folder;
        variables["LAMBDA_RUNTIME_DIR"] = folder;
        variables["AWS_LAMBDA_RUNTIME_API"] = runtimeApi;
        variables["AWS_LAMBDA_FUNCTION_NAME"] = function.Name;
        variables["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST";
        variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.MemoryMegabytes.ToString(CultureInfo.InvariantCulture);
        variables["AWS_LAMBDA_LOG_GROUP_NAME"] = function.LogGroup;
        variables["AWS_LAMBDA_LOG_STREAM_NAME"] = logStream;
        variables["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand";
        variables["AWS_REGION"] = function.Region;
        variables["AWS_DEFAULT_REGION"] = function.Region;
        variables["AWS_EC2_METADATA_DISABLED"] = "true";
        // The port may differ from the one at which the function was created.
        variables["AWS_ENDPOINT_URL"] = environment.Url.OriginalString;
        AddCredentials(environment, function, variables);
        return info;
    }

    private static void AddCredentials(LocalAwsEnvironment environment, FunctionSnapshot function, IDictionary<string, string?> variables)
    {
        var issued = ServiceSessions.Issue(environment, "lambda.amazonaws.com", function.RoleArn, function.Name, CredentialLifetime)
            ?? throw LambdaErrors.InvalidParameter("The role defined for the function cannot be assumed by Lambda.");
        variables["AWS_ACCESS_KEY_ID"] = issued.AccessKeyId;
        variables["AWS_SECRET_ACCESS_KEY"] = issued.Secret;
        variables["AWS_SESSION_TOKEN"] = issued.SessionToken;
    }
}
