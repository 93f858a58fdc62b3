namespace Amazon.CostExplorer.Model;

public class MetricValue
{
    public string? Amount { get; set; }
    public string? Unit { get; set; }
}
