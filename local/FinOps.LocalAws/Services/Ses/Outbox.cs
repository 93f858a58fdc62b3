using System.Globalization;

namespace FinOps.LocalAws.Services.Ses;

/// <summary>The folder where sent mail lands: one .eml a message, and its HTML body beside it for looking at.</summary>
internal static class Outbox
{
    /// <summary>File names come from the clock and the message id only, never from the message.</summary>
    public static void Write(string dataDirectory, DateTimeOffset now, string messageId, byte[] message, string? html)
    {
        var folder = Directory.CreateDirectory(Path.Combine(dataDirectory, "outbox")).FullName;
        var name = Path.Combine(folder, $"{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)}-{messageId}");
        if (html is not null)
            WriteWhole($"{name}.html", System.Text.Encoding.UTF8.GetBytes(html));
        WriteWhole($"{name}.eml", message);
    }

    public static int SentSince(string dataDirectory, DateTimeOffset since)
    {
        var folder = new DirectoryInfo(Path.Combine(dataDirectory, "outbox"));
        var first = since.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        return folder.Exists ? folder.EnumerateFiles("*.eml").Count(file => string.CompareOrdinal(file.Name, first) >= 0) : 0;
    }

    // A reader of the folder never sees half a message.
    private static void WriteWhole(string path, byte[] content)
    {
        File.WriteAllBytes($"{path}.part", content);
        File.Move($"{path}.part", path, overwrite: true);
    }
}
