namespace Pulumi.Testing;

/// <summary>Plays the providers in a test.</summary>
public interface IMocks
{
    /// <summary>Called for every resource, component and read, but not for the stack.</summary>
    /// <returns>The id (null: not known) and the outputs, an <c>IDictionary&lt;string, object&gt;</c> or an immutable one.</returns>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <returns>The answer of the function, of the same kinds as a state.</returns>
    Task<object> CallAsync(MockCallArgs args);

    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
