namespace FinOps.LocalEngine.State;

/// <summary>Where the state of one stack lives.</summary>
internal sealed record StackFiles(string Directory, string Project, string Stack)
{
    public string Snapshot => Path.Combine(Directory, Project, $"{Stack}.json");

    public string Journal => Path.Combine(Directory, Project, $"{Stack}.journal");

    /// <summary>The process id of the run that holds <see cref="Lock"/>.</summary>
    public string Owner => Path.Combine(Directory, Project, $"{Stack}.owner");

    public string Lock => Path.Combine(Directory, Project, $"{Stack}.lock");
}
