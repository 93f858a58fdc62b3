namespace FinOps.Cli.Tests.Exporter;

/// <summary>Says when a text was written.</summary>
internal sealed class AwaitedWriter(string awaited) : StringWriter
{
    private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Seen => _seen.Task;

    public override void Write(string? value)
    {
        base.Write(value);
        Look();
    }

    public override void Write(char[] buffer, int index, int count)
    {
        base.Write(buffer, index, count);
        Look();
    }

    public override void Write(char value)
    {
        base.Write(value);
        Look();
    }

    private void Look()
    {
        if (ToString().Contains(awaited, StringComparison.Ordinal))
        {
            _seen.TrySetResult();
        }
    }
}
