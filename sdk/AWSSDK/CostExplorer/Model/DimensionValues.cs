namespace Amazon.CostExplorer.Model;

public class DimensionValues
{
    public Dimension? Key { get; set; }
    public List<string>? Values { get; set; }
    public List<string>? MatchOptions { get; set; }
}
