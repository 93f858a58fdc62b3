using FinOps.Infra.Tests.Stack;

namespace FinOps.Infra.Tests.Settings;

/// <summary>A config without mistakes, as the engine hands it to the program; tests change one thing each.</summary>
internal static class ValidConfig
{
    public static Dictionary<string, string> Create() => StackFile.Read("dev");
}
