using Pulumi.Aws.Generator.Schema;

namespace Pulumi.Aws.Generator.Emit;

/// <summary>[OutputType] classes: read-only fields, filled by a constructor whose parameters carry the wire names.</summary>
internal static class OutputTypeEmitter
{
    public static void Emit(CodeWriter code, TypeNames types, string name, IReadOnlyList<Member> members, string suffix)
    {
        code.Line("[global::Pulumi.OutputType]");
        code.Block($"public sealed class {name}", () =>
        {
            foreach (var member in members)
            {
                ArgsEmitter.Obsolete(code, member);
                code.Line($"public readonly {types.Output(member, suffix)} {member.Name};");
            }
            code.Line();
            code.Line("[global::Pulumi.OutputConstructor]");
            code.Block($"private {name}({string.Join(", ", members.Select(m => $"{types.Output(m, suffix)} @{m.WireName}"))})", () =>
            {
                foreach (var member in members)
                    code.Line($"this.{member.Name} = @{member.WireName};");
            });
        });
        code.Line();
    }
}
