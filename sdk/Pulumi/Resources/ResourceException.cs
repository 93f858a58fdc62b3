namespace Pulumi;

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
