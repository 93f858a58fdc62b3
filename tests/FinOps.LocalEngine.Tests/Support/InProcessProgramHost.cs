using FinOps.LocalEngine.Programs;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.LocalEngine.Tests.Support;

/// <summary>Runs a function as the program; an exception is logged and ends it with 32, as SDKs do.</summary>
internal sealed class InProcessProgramHost(Func<TestProgram, Task<PropertyMap?>> program) : IProgramHost
{
    public bool NeedsBuild(ProgramStart start) => false;

    public Task BuildAsync(ProgramStart start, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<int> RunAsync(ProgramStart start, EngineAddresses addresses, CancellationToken cancellationToken)
    {
        using var test = new TestProgram(start, addresses);
        try
        {
            await test.BeginAsync().WaitAsync(cancellationToken);
            var outputs = await program(test).WaitAsync(cancellationToken);
            await test.EndAsync(outputs).WaitAsync(cancellationToken);
            return 0;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The engine ends a program whose deployment has failed; the function may learn of it a moment later.
            if (e is RpcException)
            {
                await Task.WhenAny(Task.Delay(TimeSpan.FromMinutes(1), cancellationToken));
            }

            cancellationToken.ThrowIfCancellationRequested();
            await test.LogAsync(LogSeverity.Error, e.Message);
            return 32;
        }
    }
}
