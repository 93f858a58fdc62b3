namespace Pulumi;

/// <summary>Messages to the person who runs the deployment.</summary>
public static class Log
{
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Write(LogLevel.Debug, message, resource, streamId, ephemeral);

    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Write(LogLevel.Info, message, resource, streamId, ephemeral);

    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Write(LogLevel.Warning, message, resource, streamId, ephemeral);

    /// <summary>Also makes the deployment fail, after the program has ended.</summary>
    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Write(LogLevel.Error, message, resource, streamId, ephemeral);

    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Write(LogLevel.Error, exception.ToString(), resource, streamId, ephemeral);

    private static void Write(LogLevel level, string message, Resource? resource, int? streamId, bool? ephemeral) =>
        DeploymentContext.Current.Logger.Log(level, message, resource, streamId, ephemeral);
}
