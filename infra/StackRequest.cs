using FinOps.Core.Tagging;
using FinOps.Infra.Settings;

namespace FinOps.Infra;

/// <summary>What the stack is made from; the rest is asked of the organization.</summary>
/// <param name="StackName">The name of the stack, <c>dev</c>.</param>
/// <param name="Region">Where regional resources go.</param>
/// <param name="PackagePath">The published functions, relative to the program's folder.</param>
public sealed record StackRequest(StackConfig Config, TagStandard Standard, string StackName, string Region, string PackagePath, TimeProvider Time);
