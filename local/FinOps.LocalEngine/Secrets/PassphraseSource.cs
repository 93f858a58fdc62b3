using System.Security.Cryptography;

namespace FinOps.LocalEngine.Secrets;

/// <summary>Where the passphrase comes from that protects secrets in state and stack config.</summary>
public sealed class PassphraseSource
{
    private readonly Func<string, string> _read;

    private PassphraseSource(Func<string, string> read) => _read = read;

    /// <summary>
    /// PULUMI_CONFIG_PASSPHRASE, else the file that PULUMI_CONFIG_PASSPHRASE_FILE names, else a random key kept in
    /// <c>.passphrase</c> of the state directory (readable by its owner only, made on first use).
    /// </summary>
    public static PassphraseSource Default { get; } = new(directory =>
        Environment.GetEnvironmentVariable("PULUMI_CONFIG_PASSPHRASE")
        ?? (Environment.GetEnvironmentVariable("PULUMI_CONFIG_PASSPHRASE_FILE") is { Length: > 0 } file
            ? File.ReadAllText(file).TrimEnd('\r', '\n')
            : Generated(directory)));

    public static PassphraseSource Text(string passphrase) => new(_ => passphrase);

    internal string Read(string stateDirectory) => _read(stateDirectory);

    private static string Generated(string stateDirectory)
    {
        var path = Path.Combine(stateDirectory, ".passphrase");
        Directory.CreateDirectory(stateDirectory);
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var writer = new StreamWriter(new FileStream(path, options));
            writer.Write(Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
        }
        catch (IOException) when (File.Exists(path))
        {
            // Made by an earlier run.
        }

        return File.ReadAllText(path).Trim();
    }
}
