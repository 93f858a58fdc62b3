namespace FinOps.LocalEngine.State;

/// <summary>Where the state of one stack lives.</summary>
internal sealed record StackFiles(string Directory, string Project, string Stack)
{
    public string Snapshot => Path.Combine(Directory, Project, $"{Stack}.json");

    public string Journal => Path.Combine(Directory, Project, $"{Stack}.journal");

    public string Lock => Path.Combine(Directory, Project, $"{Stack}.lock");
}
