namespace FinOps.Core.Inventory.Similarity;

/// <summary>
/// Pairs of words that may be a few letters apart, without comparing each with each. Two words within n edits become equal when at most n
/// letters are taken out of each; so all words are hashed with every one or two letters taken out, and only words of equal hash are a pair.
/// </summary>
internal static class NearWords
{
    /// <summary>More words than this around one form are a naming scheme (<c>queue-aa</c>, <c>queue-ab</c>), not typos of each other.</summary>
    private const int MostAround = 16;

    // Hashes that are sorted at once, 12 bytes each. More are handled in several passes over the words, each for its part of the hashes.
    private const int HashesAtOnce = 1 << 21;

    private const ulong Base = 0x9E3779B97F4A7C15;

    /// <param name="words">Different words of one kind: same numbers, so that a difference is one of letters.</param>
    /// <returns>Indexes of pairs, the smaller first; each pair once. Whether they are near enough is for the caller to see.</returns>
    public static HashSet<(int One, int Other)> Pairs(IReadOnlyList<string> words)
    {
        var pairs = new HashSet<(int, int)>();
        var passes = System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)(words.Sum(word => Variants(word.Length)) / HashesAtOnce) + 1);
        var hashes = new List<ulong>();
        var numbers = new List<int>();
        for (ulong pass = 0; pass < passes; pass++)
        {
            hashes.Clear();
            numbers.Clear();
            for (var word = 0; word < words.Count; word++)
            {
                Add(words[word], hashes, pass, passes);
                while (numbers.Count < hashes.Count)
                    numbers.Add(word);
            }

            var (sorted, ofWord) = (hashes.ToArray(), numbers.ToArray());
            Array.Sort(sorted, ofWord);
            Collect(sorted, ofWord, pairs);
        }

        return pairs;
    }

    private static long Variants(int length) => Typos.Allowed(length) switch
    {
        2 => 1 + length + ((long)length * (length - 1) / 2),
        1 => 1 + length,
        _ => 0,
    };

    private static void Add(string word, List<ulong> hashes, ulong pass, ulong passes)
    {
        var most = Typos.Allowed(word.Length);
        if (most == 0)
            return;
        Span<ulong> prefix = stackalloc ulong[Typos.Longest + 1];
        Span<ulong> power = stackalloc ulong[Typos.Longest + 1];
        power[0] = 1;
        for (var at = 0; at < word.Length; at++)
        {
            prefix[at + 1] = (prefix[at] * Base) + word[at] + 1u;
            power[at + 1] = power[at] * Base;
        }

        Note(hashes, prefix[word.Length], pass, passes);
        for (var first = 0; first < word.Length; first++)
        {
            Note(hashes, Join(prefix[first], Part(prefix, power, first + 1, word.Length), power[word.Length - first - 1]), pass, passes);
            for (var second = first + 1; most == 2 && second < word.Length; second++)
            {
                var head = Join(prefix[first], Part(prefix, power, first + 1, second), power[second - first - 1]);
                Note(hashes, Join(head, Part(prefix, power, second + 1, word.Length), power[word.Length - second - 1]), pass, passes);
            }
        }
    }

    private static void Note(List<ulong> hashes, ulong hash, ulong pass, ulong passes)
    {
        // The low bits of a product are weak; the pass is chosen by the high ones.
        if (((hash >> 40) & (passes - 1)) == pass)
            hashes.Add(hash);
    }

    /// <summary>The hash of the letters from <paramref name="from"/> up to, not with, <paramref name="to"/>.</summary>
    private static ulong Part(ReadOnlySpan<ulong> prefix, ReadOnlySpan<ulong> power, int from, int to) => prefix[to] - (prefix[from] * power[to - from]);

    private static ulong Join(ulong head, ulong tail, ulong tailPower) => (head * tailPower) + tail;

    private static void Collect(ulong[] sorted, int[] ofWord, HashSet<(int, int)> pairs)
    {
        Span<int> around = stackalloc int[MostAround + 1];
        for (var from = 0; from < sorted.Length;)
        {
            var (to, count) = (from, 0);
            for (; to < sorted.Length && sorted[to] == sorted[from]; to++)
            {
                // The same word may give one form in several ways ("aab" without an a).
                if (count <= MostAround && !around[..count].Contains(ofWord[to]))
                    around[count++] = ofWord[to];
            }

            for (var one = 0; count <= MostAround && one < count; one++)
            {
                for (var other = one + 1; other < count; other++)
                    pairs.Add((Math.Min(around[one], around[other]), Math.Max(around[one], around[other])));
            }

            from = to;
        }
    }
}
