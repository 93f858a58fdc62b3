namespace Pulumi;

/// <summary>What people read who put an output into a string by mistake.</summary>
internal static class OutputText
{
    private const string Message =
        "Calling [ToString] on an [Output<T>] is not supported: its value is not there yet. "
        + "Use o.Apply(v => $\"prefix{v}suffix\") or Output.Format($\"prefix{output}suffix\") to get an Output<string>.";

    public static string Explain()
    {
        if (Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING") is { } setting
            && (setting == "1" || setting.Equals("true", StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException(Message);
        }

        if (DeploymentContext.CurrentOrNull is { } context)
        {
            context.Logger.Log(LogLevel.Warning, Message);
        }

        return Message;
    }
}
