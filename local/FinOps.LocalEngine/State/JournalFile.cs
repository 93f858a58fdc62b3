using System.Text;
using System.Text.Json.Nodes;
using FinOps.LocalEngine.Problems;

namespace FinOps.LocalEngine.State;

/// <summary>
/// The journal's lines. The first names the snapshot that it continues (by hash); the last, written before that snapshot is
/// replaced, names the new one, so that a journal whose work is already in the snapshot is never applied twice.
/// </summary>
internal sealed record JournalFile(string? Salt, IReadOnlyList<JsonObject> Entries)
{
    /// <returns>Null when there is no journal; no entries when its work is in the snapshot already.</returns>
    /// <exception cref="EngineException">FIN3012: it continues another snapshot.</exception>
    /// <exception cref="FormatException">A line other than the last is damaged.</exception>
    public static JournalFile? Read(string path, string snapshotHash)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var lines = Parse(File.ReadAllText(path)).ToList();
        if (lines.Count == 0)
        {
            return new JournalFile(null, []);
        }

        if (lines.Any(line => (string?)line["folded"] == snapshotHash))
        {
            return new JournalFile(null, []);
        }

        if ((string?)lines[0]["continues"] != snapshotHash)
        {
            throw new EngineException(
                ErrorIds.JournalMismatch, path, "line 1", "the journal of another snapshot", $"a journal that continues {Path.GetFileName(Path.ChangeExtension(path, ".json"))} as it is now",
                "The state file was changed after a run was killed. Put the state file of that time back, or remove the journal to give up what that run did.");
        }

        var salt = lines.Select(line => (string?)line["salt"]).LastOrDefault(text => text is not null);
        return new JournalFile(salt, lines.Where(line => line.ContainsKey("op")).ToList());
    }

    public static FileStream Start(string path, string snapshotHash)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        Write(file, new JsonObject { ["continues"] = snapshotHash }.ToJsonString());
        return file;
    }

    /// <summary>For a journal that a killed run left: what it was writing when it died is cut off.</summary>
    public static FileStream Reopen(string path)
    {
        var complete = Array.LastIndexOf(File.ReadAllBytes(path), (byte)'\n') + 1;
        var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read);
        file.SetLength(complete);
        file.Position = complete;
        return file;
    }

    public static void AppendSalt(FileStream file, string salt) => Write(file, new JsonObject { ["salt"] = salt }.ToJsonString());

    public static void Append(FileStream file, string line) => Write(file, line);

    public static void Close(FileStream file, string newSnapshotHash)
    {
        Write(file, new JsonObject { ["folded"] = newSnapshotHash }.ToJsonString());
        file.Flush(flushToDisk: true);
        file.Dispose();
    }

    private static void Write(FileStream file, string line)
    {
        file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        file.Flush();
    }

    /// <summary>A last line without its line end was being written when the process died: it never counted.</summary>
    private static IEnumerable<JsonObject> Parse(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length - 1; i++)
        {
            yield return JsonNode.Parse(lines[i]) as JsonObject ?? throw new FormatException($"line {i + 1} of the journal is not an object");
        }
    }
}
