namespace FinOps.Core.Compliance.Counting;

/// <summary>How many resources a cell has, and what the bill says of those of them that it knows.</summary>
internal struct CellSum
{
    public int Resources;
    public int Exact;
    public decimal ExactAmount;
}
