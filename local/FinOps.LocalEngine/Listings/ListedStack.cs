using System.Collections.Immutable;
using FinOps.LocalEngine.Projects;
using FinOps.LocalEngine.State;

namespace FinOps.LocalEngine.Listings;

/// <summary>The resources of a stack as a file lists them. What is secret there is an unknown secret here: nothing is decrypted.</summary>
/// <param name="Stack">Empty when the file lists no resource.</param>
/// <param name="Resources">In the order of the file, without what is on its way out.</param>
internal sealed record ListedStack(string Project, string Stack, StackConfig Config, ImmutableArray<ResourceState> Resources);
