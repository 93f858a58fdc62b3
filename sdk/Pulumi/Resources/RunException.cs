namespace Pulumi;

/// <summary>A mistake in the program or its configuration; people see the message without a stack trace.</summary>
public class RunException : Exception
{
    public RunException(string message)
        : base(message)
    {
    }

    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>A failure that belongs to one resource.</summary>
public class ResourceException : Exception
{
    public ResourceException(string message, Resource? resource, bool hideStack = false)
        : this(message, resource, hideStack, null)
    {
    }

    internal ResourceException(string message, Resource? resource, bool hideStack, Exception? inner)
        : base(message, inner)
    {
        Resource = resource;
        HideStack = hideStack;
    }

    internal Resource? Resource { get; }

    internal bool HideStack { get; }
}

/// <summary>A message could not be handed to the engine.</summary>
public class LogException : Exception
{
    public LogException(Exception exception)
        : base("Error occurred during logging", exception)
    {
    }
}
