using System.Security.Cryptography;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.S3;

public sealed class CliCopyTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    [SkippableTheory]
    [InlineData(1_000)]
    [InlineData(20_000_000)]
    public async Task Copy_UpAndDown_KeepsEveryByte(int size)
    {
        var bucket = $"copies-{size}";
        var (up, down) = (Path.Combine(endpoint.Directory, $"up-{size}"), Path.Combine(endpoint.Directory, $"down-{size}"));
        await File.WriteAllBytesAsync(up, RandomNumberGenerator.GetBytes(size));

        Assert.Equal(0, (await AwsCli.RunAsync(endpoint.Server, "s3", "mb", $"s3://{bucket}")).ExitCode);
        var copied = await AwsCli.RunAsync(endpoint.Server, "s3", "cp", up, $"s3://{bucket}/folder/a b+c.bin");
        var back = await AwsCli.RunAsync(endpoint.Server, "s3", "cp", $"s3://{bucket}/folder/a b+c.bin", down);
        var listed = await AwsCli.RunAsync(endpoint.Server, "s3", "ls", $"s3://{bucket}/folder/");

        Assert.True(copied.ExitCode == 0, copied.Error);
        Assert.True(back.ExitCode == 0, back.Error);
        Assert.Equal(await File.ReadAllBytesAsync(up), await File.ReadAllBytesAsync(down));
        Assert.Contains($"{size} a b+c.bin", listed.Output, StringComparison.Ordinal);
    }
}
