namespace Pulumi;

/// <summary>Several files.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive()
    {
    }
}
