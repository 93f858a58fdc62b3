namespace FinOps.Infra;

/// <summary>While the stack is declared: its outputs, and what one part offers to those after it.</summary>
public sealed class StackScope
{
    private readonly Dictionary<Type, object> _offers = [];

    /// <summary>What <c>pulumi stack output</c> shows, by name.</summary>
    public Dictionary<string, object?> Outputs { get; } = new(StringComparer.Ordinal);

    /// <summary>Offers something (a topic, a bucket) to the parts that are declared later.</summary>
    public void Offer<T>(T offered)
        where T : class => _offers.Add(typeof(T), offered);

    /// <returns>Null when the part that offers it is off.</returns>
    public T? Find<T>()
        where T : class => (T?)_offers.GetValueOrDefault(typeof(T));
}
