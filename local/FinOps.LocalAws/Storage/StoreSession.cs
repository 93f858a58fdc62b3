using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace FinOps.LocalAws.Storage;

/// <summary>What can be done inside one transaction of <see cref="LocalStore"/>.</summary>
internal sealed class StoreSession(SqliteConnection connection, SqliteTransaction transaction)
{
    /// <summary>The document, or null when there is none of that key.</summary>
    public JsonObject? Get(string collection, string key)
    {
        using var command = Command("SELECT json FROM items WHERE collection=$c AND key=$k", collection, key);
        return command.ExecuteScalar() is string json ? Parse(json) : null;
    }

    public byte[]? GetBlob(string collection, string key)
    {
        using var command = Command("SELECT blob FROM items WHERE collection=$c AND key=$k", collection, key);
        return command.ExecuteScalar() as byte[];
    }

    /// <summary>Writes the document, replacing one of the same key.</summary>
    public void Put(string collection, string key, JsonObject value, byte[]? blob = null)
    {
        using var command = Command(
            "INSERT INTO items(collection, key, json, blob) VALUES($c, $k, $j, $b) ON CONFLICT(collection, key) DO UPDATE SET json=$j, blob=$b",
            collection, key);
        Bind(command, value, blob);
        command.ExecuteNonQuery();
    }

    /// <summary>Writes the document unless one of the same key stands already; tells whether it did.</summary>
    public bool Add(string collection, string key, JsonObject value, byte[]? blob = null)
    {
        using var command = Command(
            "INSERT INTO items(collection, key, json, blob) VALUES($c, $k, $j, $b) ON CONFLICT(collection, key) DO NOTHING", collection, key);
        Bind(command, value, blob);
        return command.ExecuteNonQuery() == 1;
    }

    /// <summary>Changes the document and leaves its blob as it is; false when there is none of that key.</summary>
    public bool UpdateValue(string collection, string key, JsonObject value)
    {
        using var command = Command("UPDATE items SET json=$j WHERE collection=$c AND key=$k", collection, key);
        command.Parameters.AddWithValue("$j", value.ToJsonString());
        return command.ExecuteNonQuery() == 1;
    }

    /// <summary>Tells whether there was one to delete.</summary>
    public bool Delete(string collection, string key)
    {
        using var command = Command("DELETE FROM items WHERE collection=$c AND key=$k", collection, key);
        return command.ExecuteNonQuery() == 1;
    }

    public int DeleteAll(string collection)
    {
        using var command = Command("DELETE FROM items WHERE collection=$c", collection);
        return command.ExecuteNonQuery();
    }

    public long Count(string collection)
    {
        using var command = Command("SELECT COUNT(*) FROM items WHERE collection=$c", collection);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Documents whose key starts with the prefix and is greater than <paramref name="after"/>, in the order of their keys' UTF-8 bytes.</summary>
    public IReadOnlyList<StoredItem> List(string collection, string prefix = "", string after = "", int limit = int.MaxValue)
    {
        using var command = Command(
            "SELECT key, json FROM items WHERE collection=$c AND key>=$p AND key>$k ORDER BY key LIMIT $n", collection, after);
        command.Parameters.AddWithValue("$p", prefix);
        command.Parameters.AddWithValue("$n", limit);
        using var reader = command.ExecuteReader();
        var items = new List<StoredItem>();
        while (reader.Read() && reader.GetString(0) is var key && key.StartsWith(prefix, StringComparison.Ordinal))
            items.Add(new StoredItem(key, Parse(reader.GetString(1))));
        return items;
    }

    /// <summary>Documents of every collection whose name starts with the prefix.</summary>
    public IReadOnlyList<StoredItem> ListAllUnder(string collectionPrefix)
    {
        using var command = Command("SELECT key, json FROM items WHERE substr(collection, 1, length($c))=$c", collectionPrefix);
        using var reader = command.ExecuteReader();
        var items = new List<StoredItem>();
        while (reader.Read())
            items.Add(new StoredItem(reader.GetString(0), Parse(reader.GetString(1))));
        return items;
    }

    private static void Bind(SqliteCommand command, JsonObject value, byte[]? blob)
    {
        command.Parameters.AddWithValue("$j", value.ToJsonString());
        command.Parameters.AddWithValue("$b", (object?)blob ?? DBNull.Value);
    }

    private static JsonObject Parse(string json) =>
        JsonNode.Parse(json) as JsonObject ?? throw new InvalidDataException("local-aws.db holds a document that is no JSON object.");

    /// <summary>A command of this transaction. The text is a constant; values are bound.</summary>
    internal SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Only constants of this folder come here.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private SqliteCommand Command(string sql, string collection, string? key = null)
    {
        var command = Command(sql);
        command.Parameters.AddWithValue("$c", collection);
        if (key is not null)
            command.Parameters.AddWithValue("$k", key);
        return command;
    }
}
