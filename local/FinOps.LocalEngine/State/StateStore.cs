using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Secrets;

namespace FinOps.LocalEngine.State;

/// <summary>
/// A stack's state on disk: a snapshot that is always a valid deployment export, and beside it a journal with one line for each
/// operation since. Writing costs one line for each operation however large the stack is; the snapshot is rewritten once, when
/// the run ends, or when the next run finds the journal of one that was killed.
/// Lines are handed to the operating system at once, which is what a killed process needs; the snapshot is also flushed to disk.
/// </summary>
internal sealed class StateStore : IDisposable
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    private readonly Lock _gate = new();
    private readonly StackFiles _files;
    private readonly TimeProvider _time;
    private readonly ResourceJson _json;
    private readonly JournalFormat _format;
    private readonly bool _readOnly;
    private FileStream? _journal;
    private string _snapshotHash;
    private bool _saltWritten;

    private StateStore(StackFiles files, StackState state, StackSecrets secrets, TimeProvider time, string snapshotHash, bool readOnly)
    {
        _files = files;
        _time = time;
        _readOnly = readOnly;
        _snapshotHash = snapshotHash;
        _json = new ResourceJson(secrets.Json);
        _format = new JournalFormat(_json);
        State = state;
        Secrets = secrets;
    }

    public StackState State { get; }

    public StackSecrets Secrets { get; }

    /// <summary>Reads the snapshot and replays the journal that a killed run left.</summary>
    /// <param name="defaultSalt">Of the stack config, used when the state has no secrets yet.</param>
    /// <param name="readOnly">True for previews: nothing is written.</param>
    /// <exception cref="EngineException">FIN3010, FIN3012: the files are left untouched.</exception>
    public static StateStore Open(StackFiles files, string? defaultSalt, Func<string> passphrase, TimeProvider time, bool readOnly)
    {
        var bytes = File.Exists(files.Snapshot) ? File.ReadAllBytes(files.Snapshot) : [];
        var hash = Hash(bytes);
        try
        {
            var root = bytes.Length == 0 ? null : JsonNode.Parse(bytes) as JsonObject ?? throw new FormatException("not a JSON object");
            var journal = JournalFile.Read(files.Journal, hash);
            var secrets = new StackSecrets(files.Snapshot, (root is null ? null : DeploymentFormat.ReadSalt(root)) ?? journal?.Salt ?? defaultSalt, passphrase);
            var json = new ResourceJson(secrets.Json);
            var state = root is null ? new StackState([], []) : DeploymentFormat.Read(root, json);
            var format = new JournalFormat(json);
            foreach (var line in journal?.Entries ?? [])
            {
                state.Apply(format.Read(line));
            }

            var store = new StateStore(files, state, secrets, time, hash, readOnly);
            if (!readOnly && journal is not null)
            {
                store.Fold();
            }

            // Keys are positions in the snapshot: after folding a journal they have to be counted anew.
            return journal is { Entries.Count: > 0 } && !readOnly ? Open(files, defaultSalt, passphrase, time, readOnly) : store;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new EngineException(
                ErrorIds.StateCorrupted, files.Snapshot, "", $"a damaged state: {e.Message}", "a deployment of format version 3, as 'stack export' writes it",
                "The file was left as it is. Restore it from a copy, or repair the place named; remove it (and its .journal) only if the resources in it are gone.", e);
        }
    }

    public long TakeKey()
    {
        lock (_gate)
        {
            return State.TakeKey();
        }
    }

    public void Record(JournalEntry entry)
    {
        // Written outside the gate, as encrypting and formatting is the expensive part; the order of lines is decided inside.
        var line = _readOnly ? "" : _format.Write(entry);
        lock (_gate)
        {
            State.Apply(entry);
            if (!_readOnly)
            {
                _journal ??= JournalFile.Start(_files.Journal, _snapshotHash);
                if (!_saltWritten && Secrets.Salt is { } salt)
                {
                    JournalFile.AppendSalt(_journal, salt);
                    _saltWritten = true;
                }

                JournalFile.Append(_journal, line);
            }
        }
    }

    /// <summary>Writes the snapshot and ends the journal.</summary>
    public void Fold()
    {
        lock (_gate)
        {
            if (_readOnly || (_journal is null && !File.Exists(_files.Journal)))
            {
                return;
            }

            var json = DeploymentFormat.Write(State, _json, () => Secrets.Salt, _time.GetUtcNow());
            var bytes = Encoding.UTF8.GetBytes(json.ToJsonString(_indented) + "\n");
            _journal ??= JournalFile.Reopen(_files.Journal);
            JournalFile.Close(_journal, Hash(bytes));
            _journal = null;
            _saltWritten = false;
            WriteAtomically(_files.Snapshot, bytes);
            File.Delete(_files.Journal);
            _snapshotHash = Hash(bytes);
        }
    }

    public void Dispose() => _journal?.Dispose();

    private static void WriteAtomically(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + ".tmp";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private static string Hash(byte[] bytes) => bytes.Length == 0 ? "none" : Convert.ToHexStringLower(SHA256.HashData(bytes));
}
