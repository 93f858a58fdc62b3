using FinOps.Core.TagPolicies;
using static FinOps.Core.Tests.TagPolicies.Policies;

namespace FinOps.Core.Tests.TagPolicies;

public sealed class EffectivePolicyLimitTests
{
    [Theory]
    [InlineData(50, 0)]
    [InlineData(51, 1)]
    public void Compute_RequiredKeysOfOneType_AreLimited(int keys, int errors)
    {
        string Document(IEnumerable<int> numbers) => "{\"tags\":{" + string.Join(',', numbers.Select(number =>
            $"\"k{number}\":{{\"report_required_tag_for\":{{\"@@assign\":[\"ec2:instance\"]}}}}")) + "}}";

        var policy = Effective([Document(Enumerable.Range(30, keys - 30)), Document(Enumerable.Range(0, 30)), Project("""{"@@assign":["s3:bucket"]}""", "report_required_tag_for")]);

        Assert.Equal(errors, policy.Errors.Length);
        Assert.All(policy.Errors, error => Assert.Equal((EffectivePolicyError.ElementsTooMany, "tags", "p-1,p-2"), (error.Code, error.Path, string.Join(',', error.ContributingPolicies))));
        Assert.All(policy.Errors, error => Assert.Contains("51 tag keys are required of ec2:instance", error.Message, StringComparison.Ordinal));
    }

    /// <summary>Names of types have casing: <c>lightsail:Instance</c> is one, and the other one here is required less often.</summary>
    [Fact]
    public void Compute_RequiredKeysOfSeveralTypes_AreCountedApartAndToldInOrder()
    {
        var policy = Effective(["{\"tags\":{" + string.Join(',', Enumerable.Range(0, 51).Select(number =>
            $"\"k{number}\":{{\"report_required_tag_for\":{{\"@@assign\":[\"s3:bucket\",\"ec2:instance\",\"lightsail:{(number < 50 ? "I" : "i")}nstance\"]}}}}")) + "}}"]);

        Assert.Equal(["51 tag keys are required of ec2:instance", "51 tag keys are required of s3:bucket"], policy.Errors.Select(error => error.Message.Split(';')[0]));
    }

    [Theory]
    [InlineData(395_000, 0)]
    [InlineData(395_001, 1)]
    public void Compute_Bytes_AreLimited(int bytes, int errors)
    {
        // Four levels of ten policies of forty values, one of them not ASCII, and one policy that sets no value: enough to come near the limit, and then single characters to meet it.
        var lengths = Enumerable.Repeat(243, 1600).ToArray();
        var missing = bytes - Bytes(Filled(lengths));
        for (var index = 0; missing > 0; index = index % 40 == 7 ? index + 33 : index + 1)
        {
            var more = Math.Min(13, missing);
            lengths[index] += more;
            missing -= more;
        }

        var policy = Filled(lengths);

        Assert.Equal(bytes, Bytes(policy));
        Assert.Equal(errors, policy.Errors.Length);
        Assert.All(policy.Errors, error => Assert.Equal((EffectivePolicyError.ElementsTooMany, "tags", 41), (error.Code, error.Path, error.ContributingPolicies.Length)));

        static int Bytes(EffectiveTagPolicy policy) => System.Text.Encoding.UTF8.GetByteCount(policy.ToJson());

        static EffectiveTagPolicy Filled(int[] lengths) => Effective([.. lengths
            .Select((length, index) => $"\"{(index == 0 ? "ä" : index.ToString(System.Globalization.CultureInfo.InvariantCulture)).PadRight(length, 'x')}\"")
            .Chunk(40).Select(values => Project($"{{\"@@append\":[{string.Join(',', values)}]}}")).Append(Project("""{"@@assign":"Project"}""", "tag_key")).Chunk(11)]);
    }
}
