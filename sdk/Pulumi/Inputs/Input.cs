using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A property of a resource's arguments: a plain value or an <see cref="Output{T}"/>.</summary>
public class Input<T> : IInput
{
    private readonly Output<T>? _output;

    private protected Input()
    {
    }

    private protected Input(Output<T> output) => _output = output;

    public static implicit operator Input<T>([AllowNull] T value) => new(Output.Create<T>(value!));

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input) => input.Get();

    IOutput IInput.ToUntypedOutput() => Get();

    IOutput IInput.ToWireOutput() => GetWire();

    internal Output<T> Get() => _output ?? Join();

    /// <summary>Collections join their elements only when somebody asks for the whole.</summary>
    private protected virtual Output<T> Join() => throw new InvalidOperationException("an input has either an output or elements to join");

    private protected virtual IOutput GetWire() => Get();
}
