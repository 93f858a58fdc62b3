using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One event to handle: its payload, and who asked for it until when.</summary>
public class InvocationRequest : IDisposable
{
    public Stream InputStream { get; internal set; } = Stream.Null;

    public ILambdaContext LambdaContext { get; internal set; } = null!;

    public void Dispose()
    {
        InputStream.Dispose();
        GC.SuppressFinalize(this);
    }
}
