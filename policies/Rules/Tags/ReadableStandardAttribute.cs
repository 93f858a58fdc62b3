using FinOps.Policies.Tagging;

namespace FinOps.Policies.Rules.Tags;

/// <summary>The path of a tag standard.</summary>
internal sealed class ReadableStandardAttribute : ReadableFileAttribute
{
    protected override void Read(string path, object config) => StandardSource.At(path);
}
