namespace Amazon.CostExplorer.Model;

public class DateInterval
{
    public string? Start { get; set; }
    public string? End { get; set; }
}
