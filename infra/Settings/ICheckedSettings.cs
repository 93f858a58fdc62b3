namespace FinOps.Infra.Settings;

/// <summary>Settings with rules between their keys; asked once each key by itself is right.</summary>
public interface ICheckedSettings
{
    /// <param name="problems">Takes what is wrong; paths are relative to these settings.</param>
    void Check(SettingsProblems problems);
}
