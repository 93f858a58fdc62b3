namespace FinOps.LocalEngine.State;

/// <summary>One change of a <see cref="StackState"/>, one line of the journal.</summary>
internal abstract record JournalEntry(long Key)
{
    /// <summary>The resource at Key was met and did not change.</summary>
    public sealed record Kept(long Key) : JournalEntry(Key);

    /// <summary>Writes a resource at Key and ends a pending operation.</summary>
    /// <param name="Takes">The entry whose place it takes; null for none.</param>
    /// <param name="Retires">True when that entry stays, marked for deletion: the old half of a replacement.</param>
    public sealed record Put(long Key, ResourceState State, long? Takes, bool Retires, long? Completes) : JournalEntry(Key)
    {
        /// <summary>False for what was taken up from a killed run: the program has not registered it in this one yet.</summary>
        public bool Settles { get; init; } = true;
    }

    public sealed record Removed(long Key, long? Completes) : JournalEntry(Key);

    /// <summary>Written before the provider is called.</summary>
    public sealed record Started(long Key, PendingOperation Operation) : JournalEntry(Key);

    /// <summary>The provider refused: nothing was done.</summary>
    public sealed record Abandoned(long Key) : JournalEntry(Key);
}
