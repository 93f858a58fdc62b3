namespace Pulumi.Aws.Tests;

public sealed class TaggableTypesTests
{
    [Fact]
    public void All_Provider7_48_Has862Types() => Assert.Equal(862, TaggableTypes.All.Count);

    [Fact]
    public void All_ByShape_HasThreeThatTakeNoTagMap()
    {
        var odd = TaggableTypes.All.Values.Where(type => type.Shape != TagShape.Map).OrderBy(type => type.Token, StringComparer.Ordinal);

        Assert.Equal(
            [
                new TaggableType("aws:autoscaling/group:Group", TagShape.ListOfGroupTags, Deprecated: false),
                new TaggableType("aws:devopsguru/resourceCollection:ResourceCollection", TagShape.Other, Deprecated: false),
                new TaggableType("aws:inspector/resourceGroup:ResourceGroup", TagShape.Other, Deprecated: false),
            ],
            odd);
    }

    [Fact]
    public void All_Deprecated_AreThree() =>
        Assert.Equal(
            ["aws:ec2/encryptionControl:EncryptionControl", "aws:lambda/microvmsImage:MicrovmsImage", "aws:s3/bucketV2:BucketV2"],
            TaggableTypes.All.Values.Where(type => type.Deprecated).Select(type => type.Token).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("aws:s3/bucket:Bucket", true)]
    [InlineData("aws:autoscaling/group:Group", false)]
    [InlineData("aws:ce/costAllocationTag:CostAllocationTag", false)]
    public void TakesTagMap_Token_SaysWhetherAMapFits(string token, bool expected) => Assert.Equal(expected, TaggableTypes.TakesTagMap(token));
}
