using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Logs;

/// <summary>CloudWatch Logs: groups with retention and tags, streams, events.</summary>
internal sealed class LogsService : JsonServiceBase
{
    public LogsService(LocalAwsEnvironment environment)
        : base("logs", "Logs_20140328", "1.1")
    {
        new GroupOperations(environment).Register(Add);
        new StreamOperations(environment).Register(Add);
        new EventReads(environment).Register(Add);
    }

    public static AwsError InvalidParameter(string message) => new("InvalidParameterException", message);

    public static AwsError NotFound(string what) => new("ResourceNotFoundException", $"The specified {what} does not exist.");

    protected override AwsError Invalid(string message) => InvalidParameter(message);
}
