using FinOps.Infra.Tests.Stack;

namespace FinOps.Infra.Tests.Settings;

public sealed class ConfigurationPageTests
{
    [Fact]
    public void ConfigurationPage_IsWhatTheSettingsRecordsSay()
    {
        var page = new ConfigurationPage();

        var text = page.Write();

        Assert.Empty(page.Undocumented);
        Snapshot.Verify(Path.Combine(TestFiles.Root, "docs", "configuration.md"), text, "docs/configuration.md is not what the settings records say.");
    }
}
