namespace FinOps.Functions.Responder.Alerts;

/// <summary>Tells the kinds of notifications apart. What fits none exactly is not guessed at.</summary>
public static class AlertReader
{
    public static Alert Read(SnsAlert sns)
    {
        ArgumentNullException.ThrowIfNull(sns);
        var text = sns.Message.Trim();
        return text.StartsWith('{') ? AnomalyText.Read(text) : BudgetText.Read(text);
    }
}
