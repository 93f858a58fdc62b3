namespace FinOps.LocalAws.Wire;

/// <summary>A call whose service and operation are known and which is ready to run.</summary>
internal sealed record Invocation(string Service, string Operation, Func<CallContext, Task<WireResponse>> RunAsync)
{
    /// <summary>A plain text of the input by its member's name (of the form, the path or the body, as the protocol has it); null when absent.</summary>
    public Func<string, string?> Input { get; init; } = _ => null;

    /// <summary>The texts of a list of the input by its member's name; empty when absent. Only JSON inputs have such.</summary>
    public Func<string, IReadOnlyList<string>> Inputs { get; init; } = _ => [];
}
