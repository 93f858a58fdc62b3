using System.Runtime.CompilerServices;

namespace FinOps.Functions.Tests.Support;

/// <summary>A text that a person has looked at, in a file beside its test.</summary>
internal static class Golden
{
    /// <param name="name">Of the file in the folder Golden.</param>
    public static void Match(string name, string text, [CallerFilePath] string test = "")
    {
        // CI compiles without the machine's paths: of the test's own, only the folder's name is right.
        var file = Path.Combine(Clone.Root, "tests", "FinOps.Functions.Tests", Path.GetFileName(Path.GetDirectoryName(test))!, "Golden", name);
        // Version control keeps line ends as it likes.
        text = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("FINOPS_ACCEPT_SNAPSHOTS") == "1")
            File.WriteAllText(file, text);
        Assert.True(File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == text, $"{name} differs; accept it: FINOPS_ACCEPT_SNAPSHOTS=1 dotnet test tests/FinOps.Functions.Tests\n{text}");
    }
}
