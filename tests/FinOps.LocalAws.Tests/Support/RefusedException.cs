using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Tests.Support;

/// <summary>An error answer of the endpoint.</summary>
internal sealed class RefusedException(int status, string code, string message, JsonObject body) : Exception($"{status} {code}: {message}")
{
    public int Status => status;

    public string Code => code;

    public JsonObject Body => body;
}
