namespace FinOps.Functions.Chat;

/// <summary>Whose webhook it is.</summary>
public enum ChatKind
{
    Slack,
    Teams,
}
