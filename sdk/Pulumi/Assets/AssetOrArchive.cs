using Pulumi.Rpc.Values;

namespace Pulumi;

/// <summary>Content given to a resource: one file or several.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive()
    {
    }

    internal abstract PropertyValue ToWire();
}
