using System.Globalization;
using System.Text.Json;
using FinOps.LocalAws.Calls;
using Microsoft.Data.Sqlite;

namespace FinOps.LocalAws.Storage;

/// <summary>The table of calls: <c>calls(id, time, service, operation, principal, account, status, error, access)</c>.</summary>
internal static class CallTable
{
    public static long LastCall(this StoreSession session)
    {
        using var command = session.Command("SELECT COALESCE(MAX(id), 0) FROM calls");
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Adds a call (its id is given by the table) and forgets those beyond the capacity.</summary>
    public static void AddCall(this StoreSession session, RecordedCall call, int capacity)
    {
        using var command = session.Command("""
            INSERT INTO calls(time, service, operation, principal, account, status, error, access) VALUES($t, $s, $o, $p, $a, $h, $e, $x);
            DELETE FROM calls WHERE id <= last_insert_rowid() - $n
            """);
        command.Parameters.AddWithValue("$t", call.Time.ToString("O", CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue("$s", call.Service);
        command.Parameters.AddWithValue("$o", call.Operation);
        command.Parameters.AddWithValue("$p", call.PrincipalArn);
        command.Parameters.AddWithValue("$a", call.AccountId);
        command.Parameters.AddWithValue("$h", call.Status);
        command.Parameters.AddWithValue("$e", (object?)call.Error ?? DBNull.Value);
        command.Parameters.AddWithValue("$x", call.Access is null ? DBNull.Value : JsonSerializer.Serialize(call.Access));
        command.Parameters.AddWithValue("$n", capacity);
        command.ExecuteNonQuery();
    }

    public static IReadOnlyList<RecordedCall> Calls(this StoreSession session, long after)
    {
        using var command = session.Command(
            "SELECT id, time, service, operation, principal, account, status, error, access FROM calls WHERE id > $i ORDER BY id");
        command.Parameters.AddWithValue("$i", after);
        using var reader = command.ExecuteReader();
        var calls = new List<RecordedCall>();
        while (reader.Read())
            calls.Add(Read(reader));
        return calls;
    }

    private static RecordedCall Read(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        DateTimeOffset.Parse(reader.GetString(1), CultureInfo.InvariantCulture),
        reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetInt32(6),
        reader.IsDBNull(7) ? null : reader.GetString(7))
    {
        Access = reader.IsDBNull(8) ? null : JsonSerializer.Deserialize<EvaluatedAccess[]>(reader.GetString(8)),
    };
}
