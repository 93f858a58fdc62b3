using System.Text;

namespace FinOps.Core.Governance.Guardrails;

public enum GuardrailKind
{
    TagPolicy,
    ServiceControlPolicy,
}

/// <summary>One policy of Organizations as it is to be created.</summary>
/// <param name="Id">Stable: made of the keys and statements in it, never of its place in a list.</param>
/// <param name="Name">Its name in Organizations, by which an earlier deployment of it is known again.</param>
/// <param name="Json">Minified and deterministic.</param>
public sealed record GuardrailPolicy(string Id, GuardrailKind Kind, string Name, string Description, string Json)
{
    /// <summary>As Organizations and the provider call it.</summary>
    public string Type => TypeOf(Kind);

    public int ByteCount => Encoding.UTF8.GetByteCount(Json);

    public static string TypeOf(GuardrailKind kind) => kind == GuardrailKind.TagPolicy ? "TAG_POLICY" : "SERVICE_CONTROL_POLICY";
}
