using SchemaTool;

if (args.Length is < 2 or > 3)
{
    Console.Error.WriteLine("""
        Derives the committed schemas of the aws provider. Same inputs, same bytes.
        usage: dotnet run --project eng/SchemaTool -- <pulumi-aws-VERSION.json> <folder of the taggable lists> [<repository root, default: found from the working folder>]
        """);
    return 2;
}

var schema = ProviderSchema.Load(args[0]);
var problems = TaggableTypes.Disagreements(schema, args[1]);
if (problems.Count > 0)
{
    Console.Error.WriteLine("The schema and the taggable lists disagree, nothing was written:");
    foreach (var problem in problems)
        Console.Error.WriteLine($"  {problem}");
    return 1;
}

var root = args.Length == 3 ? args[2] : Repository.Root();
File.WriteAllText(Path.Combine(root, "sdk/Pulumi.Aws/taggable-types.txt"), TaggableTypes.Render(schema));
return 0;
