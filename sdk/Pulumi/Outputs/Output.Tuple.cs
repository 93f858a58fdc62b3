namespace Pulumi;

public static partial class Output
{
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2) =>
        Tuple(item1.ToOutput(), item2.ToOutput());

    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2) =>
        new(TupleAsync(item1, item2));

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput());

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3) =>
        new(TupleAsync(item1, item2, item3));

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput());

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4) =>
        new(TupleAsync(item1, item2, item3, item4));

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput());

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5) =>
        new(TupleAsync(item1, item2, item3, item4, item5));

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput());

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6) =>
        new(TupleAsync(item1, item2, item3, item4, item5, item6));

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput(), item7.ToOutput());

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7) =>
        new(TupleAsync(item1, item2, item3, item4, item5, item6, item7));

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7, Input<T8> item8) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput(), item7.ToOutput(), item8.ToOutput());

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8) =>
        new(TupleAsync(item1, item2, item3, item4, item5, item6, item7, item8));

    private static async Task<OutputData<(T1, T2)>> TupleAsync<T1, T2>(Output<T1> item1, Output<T2> item2)
    {
        var data1 = await item1.DataTask;
        var data2 = await item2.DataTask;
        return data1.Then(data2.With((data1.Value, data2.Value)));
    }

    private static async Task<OutputData<(T1, T2, T3)>> TupleAsync<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3)
    {
        var data1 = await item1.DataTask;
        var data2 = await item2.DataTask;
        var data3 = await item3.DataTask;
        return data1.Then(data2.Then(data3.With((data1.Value, data2.Value, data3.Value))));
    }

    private static async Task<OutputData<(T1, T2, T3, T4)>> TupleAsync<T1, T2, T3, T4>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4)
    {
        var data1 = await item1.DataTask;
        var data2 = await item2.DataTask;
        var data3 = await item3.DataTask;
        var data4 = await item4.DataTask;
        return data1.Then(data2.Then(data3.Then(data4.With((data1.Value, data2.Value, data3.Value, data4.Value)))));
    }

    private static async Task<OutputData<(T1, T2, T3, T4, T5)>> TupleAsync<T1, T2, T3, T4, T5>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5)
    {
        var data1 = await item1.DataTask;
        var data2 = await item2.DataTask;
        var data3 = await item3.DataTask;
        var data4 = await item4.DataTask;
        var data5 = await item5.DataTask;
        return data1.Then(data2.Then(data3.Then(data4.Then(data5.With((data1.Value, data2.Value, data3.Value, data4.Value, data5.Value))))));
    }

    private static async Task<OutputData<(T1, T2, T3, T4, T5, T6)>> TupleAsync<T1, T2, T3, T4, T5, T6>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6)
    {
        var data1 = await item1.DataTask;
        var data2 = await item2.DataTask;
        var data3 = await item3.DataTask;
        var data4 = await item4.DataTask;
        var data5 = await item5.DataTask;
        var data6 = await item6.DataTask;
        return data1.Then(data2.Then(data3.Then(data4.Then(data5.Then(data6.With((data1.Value, data2.Value, data3.Value, data4.Value, data5.Value, data6.Value)))))));
    }

    private static async Task<OutputData<(T1, T2, T3, T4, T5, T6, T7)>> TupleAsync<T1, T2, T3, T4, T5, T6, T7>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7)
    {
        var data1 = await item1.DataTask;
        var data2 = await item2.DataTask;
        var data3 = await item3.DataTask;
        var data4 = await item4.DataTask;
        var data5 = await item5.DataTask;
        var data6 = await item6.DataTask;
        var data7 = await item7.DataTask;
        return data1.Then(data2.Then(data3.Then(data4.Then(data5.Then(data6.Then(data7.With((data1.Value, data2.Value, data3.Value, data4.Value, data5.Value, data6.Value, data7.Value))))))));
    }

    private static async Task<OutputData<(T1, T2, T3, T4, T5, T6, T7, T8)>> TupleAsync<T1, T2, T3, T4, T5, T6, T7, T8>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8)
    {
        var data1 = await item1.DataTask;
        var data2 = await item2.DataTask;
        var data3 = await item3.DataTask;
        var data4 = await item4.DataTask;
        var data5 = await item5.DataTask;
        var data6 = await item6.DataTask;
        var data7 = await item7.DataTask;
        var data8 = await item8.DataTask;
        return data1.Then(data2.Then(data3.Then(data4.Then(data5.Then(data6.Then(data7.Then(data8.With((data1.Value, data2.Value, data3.Value, data4.Value, data5.Value, data6.Value, data7.Value, data8.Value)))))))));
    }
}
