namespace Pulumi;

/// <summary>A message could not be handed to the engine.</summary>
public class LogException : Exception
{
    public LogException(Exception exception)
        : base("Error occurred during logging", exception)
    {
    }
}
