namespace Pulumi.Policy.Server;

/// <summary>Carries <see cref="PolicyArgs.NotApplicable"/> out of the policy function.</summary>
internal sealed class PolicyNotApplicableException(string reason) : Exception(reason);
