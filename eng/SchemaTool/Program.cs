using SchemaTool;

if (args.Length is < 2 or > 3)
{
    Console.Error.WriteLine("""
        Derives the committed schemas of the aws provider. Same inputs, same bytes.
        usage: dotnet run --project eng/SchemaTool -- <pulumi-aws-VERSION.json> <folder of the taggable lists> [<repository root, default: found from the working folder>]
        reads also sdk/Pulumi.Aws/types-in-use.txt and eng/SchemaTool/csharp-facts.txt
        """);
    return 2;
}

try
{
    var problems = Derivation.Run(args[0], args[1], args.Length == 3 ? args[2] : Clone.RootAbove(Environment.CurrentDirectory));
    foreach (var problem in problems)
        Console.Error.WriteLine(problem);
    if (problems.Count > 0)
        Console.Error.WriteLine("Nothing was written.");
    return problems.Count > 0 ? 1 : 0;
}
catch (Exception problem) when (problem is IOException or FormatException)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
