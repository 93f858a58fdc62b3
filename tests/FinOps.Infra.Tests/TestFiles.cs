using FinOps.Core.Tagging;

namespace FinOps.Infra.Tests;

internal static class TestFiles
{
    public static string Root { get; } = Clone.Root;

    public static TagStandard Standard { get; } = TagStandard.Load(Path.Combine(Root, "tag-standard.yaml"));
}
