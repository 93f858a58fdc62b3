using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace FinOps.LocalAws.Storage;

/// <summary>
/// Everything that callers created, in one SQLite file: table <c>items(collection, key, json, blob)</c>.
/// Every call reads through to the file, so that two processes on the same folder see the same state.
/// </summary>
internal sealed class LocalStore : IDisposable
{
    private readonly string _connectionString;
    private readonly Lock _writer = new();

    private LocalStore(string connectionString) => _connectionString = connectionString;

    /// <summary>Opens the file, creating it and its tables when absent.</summary>
    /// <exception cref="SqliteException">The file is no database or cannot be written.</exception>
    public static LocalStore Open(string file)
    {
        var store = new LocalStore(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            DefaultTimeout = 30,
            Pooling = true,
        }.ToString());
        using var connection = store.Connect();
        Execute(connection, "PRAGMA journal_mode=WAL");
        Execute(connection, """
            CREATE TABLE IF NOT EXISTS items(
              collection TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL, blob BLOB,
              PRIMARY KEY(collection, key));
            CREATE TABLE IF NOT EXISTS calls(
              id INTEGER PRIMARY KEY AUTOINCREMENT, time TEXT NOT NULL, service TEXT NOT NULL, operation TEXT NOT NULL,
              principal TEXT NOT NULL, account TEXT NOT NULL, status INTEGER NOT NULL, error TEXT, access TEXT);
            """);
        AddColumn(connection, "calls", "access");
        return store;
    }

    // Files of earlier versions lack the column.
    private static void AddColumn(SqliteConnection connection, string table, string column)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM pragma_table_info($t) WHERE name = $c";
        command.Parameters.AddWithValue("$t", table);
        command.Parameters.AddWithValue("$c", column);
        if ((long)command.ExecuteScalar()! == 0)
            Execute(connection, $"ALTER TABLE {table} ADD COLUMN {column} TEXT");
    }

    /// <summary>Runs the work in one transaction that no other writer, of this or another process, can interleave with. An exception undoes it.</summary>
    public T Write<T>(Func<StoreSession, T> work)
    {
        lock (_writer)
        {
            using var connection = Connect();
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = work(new StoreSession(connection, transaction));
            transaction.Commit();
            return result;
        }
    }

    /// <inheritdoc cref="Write{T}"/>
    public void Write(Action<StoreSession> work) => Write(session =>
    {
        work(session);
        return true;
    });

    /// <summary>Runs the work on one consistent snapshot.</summary>
    public T Read<T>(Func<StoreSession, T> work)
    {
        using var connection = Connect();
        using var transaction = connection.BeginTransaction(deferred: true);
        return work(new StoreSession(connection, transaction));
    }

    /// <inheritdoc cref="StoreSession.Get"/>
    public JsonObject? Get(string collection, string key) => Read(session => session.Get(collection, key));

    /// <inheritdoc cref="StoreSession.Put"/>
    public void Put(string collection, string key, JsonObject value) => Write(session => session.Put(collection, key, value));

    /// <inheritdoc cref="StoreSession.Add"/>
    public bool Add(string collection, string key, JsonObject value) => Write(session => session.Add(collection, key, value));

    /// <inheritdoc cref="StoreSession.Delete"/>
    public bool Delete(string collection, string key) => Write(session => session.Delete(collection, key));

    /// <inheritdoc cref="StoreSession.List"/>
    public IReadOnlyList<StoredItem> List(string collection, string prefix = "", string after = "", int limit = int.MaxValue) =>
        Read(session => session.List(collection, prefix, after, limit));

    /// <inheritdoc cref="StoreSession.GetBlob"/>
    public byte[]? GetBlob(string collection, string key) => Read(session => session.GetBlob(collection, key));

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        Execute(connection, "PRAGMA busy_timeout=10000; PRAGMA synchronous=NORMAL");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants of this file come here.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
