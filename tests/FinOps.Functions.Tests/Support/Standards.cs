using FinOps.Core.Tagging;

namespace FinOps.Functions.Tests.Support;

internal static class Standards
{
    public static TagStandard Own { get; } = TagStandard.Load(Path.Combine(Clone.Root, TagStandard.FileName));
}
