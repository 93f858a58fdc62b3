namespace FinOps.Infra.Tests.Stack;

/// <summary>Compares with a committed file; a difference says how to look at it and how to accept it.</summary>
internal static class Snapshot
{
    private static readonly string _folder = Path.Combine(TestFiles.Root, "tests", "FinOps.Infra.Tests", "Stack", "Snapshots");

    public static void Verify(string name, string actual)
    {
        var expected = Path.Combine(_folder, $"{name}.txt");
        Verify(expected, actual, "The stack registers something else than the snapshot says.");
    }

    /// <param name="expected">The committed file.</param>
    /// <param name="difference">What it means when they differ.</param>
    public static void Verify(string expected, string actual, string difference)
    {
        if (Environment.GetEnvironmentVariable("FINOPS_ACCEPT_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(expected)!);
            File.WriteAllText(expected, actual);
        }

        var received = Path.Combine(AppContext.BaseDirectory, "received", Path.GetRelativePath(TestFiles.Root, expected));
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, actual);
        Assert.True(
            File.Exists(expected) && File.ReadAllText(expected) == actual,
            $"{difference}\n  look:   diff {expected} {received}\n  accept: FINOPS_ACCEPT_SNAPSHOTS=1 dotnet test tests/FinOps.Infra.Tests");
    }
}
