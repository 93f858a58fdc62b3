using System.Collections.Immutable;
using System.Text;
using FinOps.Core.Governance.ControlPolicies;
using FinOps.Core.Problems;

namespace FinOps.Core.Governance.Guardrails;

/// <summary>Puts statements into as few service control policies as first-fit finds: five may be attached to one target, AWS's own FullAWSAccess counted.</summary>
internal static class ScpPacking
{
    private const string Head = """{"Version":"2012-10-17","Statement":[""";
    private const string Tail = "]}";

    /// <summary>What is left of <see cref="ScpDocument.MaxBytes"/> for statements.</summary>
    private static readonly int Room = ScpDocument.MaxBytes - Head.Length - Tail.Length;

    /// <param name="problems">Takes a FIN2060 for each statement that fits into no policy, however few actions it has.</param>
    public static ImmutableArray<GuardrailPolicy> Pack(IReadOnlyList<DenyStatement> statements, GuardrailOptions options, List<Problem> problems)
    {
        var packs = new List<(string First, List<string> Statements, int Bytes)>();
        foreach (var (sid, json) in statements.SelectMany(Fitting).Select(statement => (statement.Sid, statement.ToJson())))
        {
            var bytes = Encoding.UTF8.GetByteCount(json);
            if (bytes > Room)
            {
                problems.Add(new Problem(ScpChecks.TooLarge, options.File, options.Path, $"a statement {sid} of {bytes} bytes", $"at most {Room} bytes", "Set denyOtherValues: false, or name fewer break-glass principals: the rest of a statement cannot be split."));
                continue;
            }

            var room = packs.FindIndex(pack => pack.Bytes + 1 + bytes <= Room);
            if (room < 0)
            {
                packs.Add((sid, [json], bytes));
            }
            else
            {
                packs[room].Statements.Add(json);
                packs[room] = packs[room] with { Bytes = packs[room].Bytes + 1 + bytes };
            }
        }

        return
        [
            .. packs.Select(pack => new GuardrailPolicy($"scp-{pack.First}", GuardrailKind.ServiceControlPolicy, $"finops-{pack.First}",
                "Denies creation without the tags of the tag standard. Generated from tag-standard.yaml.", $"{Head}{string.Join(',', pack.Statements)}{Tail}")),
        ];
    }

    /// <summary>A statement that is too large with many actions becomes several with fewer.</summary>
    private static IEnumerable<DenyStatement> Fitting(DenyStatement statement)
    {
        if (statement.Actions.Length == 1 || Encoding.UTF8.GetByteCount(statement.ToJson()) <= Room)
        {
            return [statement];
        }

        var half = statement.Actions.Length / 2;
        return Fitting(statement with { Sid = statement.Sid + "A", Actions = statement.Actions[..half] })
            .Concat(Fitting(statement with { Sid = statement.Sid + "B", Actions = statement.Actions[half..] }));
    }
}
