using FinOps.Core.Inventory;

namespace FinOps.Core.Tests.Inventory;

internal static class Live
{
    public static readonly string[] Hostile =
    [
        "<img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", "two\r\nlines", "\u202Egpj.exe", "'; rm -rf / #", "$(touch /tmp/x) `id` \"${HOME}\"", "constructor", "__proto__",
        "file:///etc/passwd", "a,b;c\td", new string('x', 256), "\\", "!!", "*", "~", "\u0001\u007f", "日本語 Ключ", "-rf", "",
    ];

    public static LiveResource Resource(int number, params (string Key, string Value)[] tags) => Resource(number, "ec2:instance", tags);

    public static LiveResource Resource(int number, string type, params (string Key, string Value)[] tags)
    {
        var account = $"{100000000000 + (number % 3)}";
        var region = number % 2 == 0 ? "eu-west-1" : "us-east-1";
        return new LiveResource($"arn:aws:{type.Split(':')[0]}:{region}:{account}:instance/i-{number:D8}", account, region, type, tags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal));
    }

    /// <summary>Resources as people tag them: several spellings, stray and missing tags, now and then something hostile.</summary>
    public static List<LiveResource> Random(int seed, int count)
    {
        var random = new Random(seed);
        string[] keys = ["Team", "team", "TEAM", "Environment", "environment", "Env", "env", "Enviroment", "CostCenter", "cost-center", "cost_center", "Project", "project", "Name", "Backup", "backups", "aws:createdBy", .. Hostile.Where(text => text.Length is > 0 and <= 128)];
        string[] values = ["payments", "Payments", "paymnts", "checkout", "check-out", "prod", "PROD", "production", "prd", "dev", "test", "10417", "10418", "daily", "Daily", "dailies", .. Hostile];
        return [.. Enumerable.Range(0, count).Select(number =>
        {
            var tags = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var tag = random.Next(7); tag > 0; tag--)
                tags[keys[random.Next(random.Next(2) == 0 ? 17 : keys.Length)]] = values[random.Next(random.Next(3) > 0 ? 16 : values.Length)];
            return Resource(number, random.Next(5) == 0 ? "s3" : "ec2:instance") with { Tags = tags };
        })];
    }

    public static List<T> Shuffled<T>(IEnumerable<T> items, int seed)
    {
        var random = new Random(seed);
        return [.. items.Select(item => (item, random.Next())).OrderBy(pair => pair.Item2).Select(pair => pair.item)];
    }
}
