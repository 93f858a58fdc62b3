namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What a handler answers.</summary>
/// <param name="outputStream">Read from its current position to its end.</param>
/// <param name="disposeOutputStream">Whether the runtime disposes the stream once it is sent.</param>
public class InvocationResponse(Stream outputStream, bool disposeOutputStream)
{
    public InvocationResponse(Stream outputStream)
        : this(outputStream, disposeOutputStream: true) { }

    public Stream OutputStream { get; set; } = outputStream;

    public bool DisposeOutputStream { get; } = disposeOutputStream;
}
