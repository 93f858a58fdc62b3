using FinOps.Core.Text;

namespace FinOps.Core.Tagging;

/// <summary>A pattern over Pulumi type tokens: <c>*</c> stands for any text, everything else for itself. <c>aws:s3/*</c> is every type of the module.</summary>
public readonly record struct TypeGlob(string Pattern)
{
    public bool Matches(string typeToken) => Wildcard.Matches(Pattern, typeToken);

    public override string ToString() => Pattern;
}
