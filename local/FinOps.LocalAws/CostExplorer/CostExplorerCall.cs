using System.Text.Json.Nodes;
using FinOps.LocalAws.CostExplorer.Expressions;
using FinOps.LocalAws.CostExplorer.Input;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.CostExplorer;

/// <summary>One call with its input.</summary>
internal sealed record CostExplorerCall(RequestInput Input, CallContext Context)
{
    public JsonObject Json => Input.Json;

    public DateTimeOffset Now => Context.Now;

    /// <summary>The request's Filter, or null without one.</summary>
    public CostExpression? Filter(ExpressionGrammar grammar) => Input.Object("Filter") is { } filter ? new ExpressionParser(grammar).Parse(filter.Json) : null;
}
