namespace FinOps.Core.Tagging;

/// <summary>A pattern over Pulumi type tokens: <c>*</c> stands for any text, everything else for itself. <c>aws:s3/*</c> is every type of the module.</summary>
public readonly record struct TypeGlob(string Pattern)
{
    public bool Matches(string typeToken)
    {
        var text = typeToken.AsSpan();
        var glob = Pattern.AsSpan();
        var (t, g, star, retry) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (g < glob.Length && glob[g] == '*')
            {
                (star, retry) = (g++, t);
            }
            else if (g < glob.Length && glob[g] == text[t])
            {
                (t, g) = (t + 1, g + 1);
            }
            else if (star >= 0)
            {
                (g, t) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }

        return glob[g..].TrimStart('*').IsEmpty;
    }

    public override string ToString() => Pattern;
}
