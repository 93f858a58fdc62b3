namespace FinOps.LocalAws.Credentials;

/// <summary>
/// The AWS shared-credentials file of the data directory, made with a random secret at the first start and readable by its owner only:
/// <code>
/// [default]
/// aws_access_key_id = AKIA...
/// aws_secret_access_key = ...
/// </code>
/// </summary>
internal static class CredentialFile
{
    /// <summary>Reads the file, making it first when there is none. Two processes that start together end with the same key.</summary>
    /// <exception cref="InvalidDataException">The file lacks one of the two entries.</exception>
    public static (string AccessKeyId, string Secret) ReadOrCreate(string path)
    {
        if (!File.Exists(path))
            Create(path);
        string? id = null, secret = null;
        foreach (var line in File.ReadLines(path))
            if (line.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, { Length: > 0 } value])
                (id, secret) = name switch
                {
                    "aws_access_key_id" => (id ?? value, secret),
                    "aws_secret_access_key" => (id, secret ?? value),
                    _ => (id, secret),
                };
        return id is not null && secret is not null
            ? (id, secret)
            : throw new InvalidDataException("aws_access_key_id or aws_secret_access_key is missing");
    }

    private static void Create(string path)
    {
        var draft = $"{path}.{KeyMaterial.Id("")}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(draft, options))
            writer.Write($"[default]\naws_access_key_id = {KeyMaterial.Id("AKIA")}\naws_secret_access_key = {KeyMaterial.Secret()}\n");
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first; its key counts.
            File.Delete(draft);
        }
    }
}
