using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Lambda collects the standard output of the process as the function's log.</summary>
internal sealed class ConsoleLogger : ILambdaLogger
{
    public void Log(string message) => Console.Out.Write(message);

    // CloudWatch splits records at line feeds; a carriage return keeps a multi-line message in one record.
    public void LogLine(string message) => Console.Out.WriteLine(message.ReplaceLineEndings("\r"));
}
