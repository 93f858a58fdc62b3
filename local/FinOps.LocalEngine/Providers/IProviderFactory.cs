using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers;

/// <summary>Makes the provider for one provider resource (<c>pulumi:providers:PACKAGE</c>), default or explicit.</summary>
public interface IProviderFactory
{
    string Package { get; }

    /// <param name="configuration">The provider resource's inputs; every input that is not a string arrives as JSON text.</param>
    /// <param name="programDirectory">Relative asset and archive paths start here.</param>
    /// <returns>Failures instead of a provider when the configuration is not valid.</returns>
    (ILocalProvider? Provider, IReadOnlyList<CheckFailure> Failures) Create(PropertyMap configuration, string programDirectory);
}
