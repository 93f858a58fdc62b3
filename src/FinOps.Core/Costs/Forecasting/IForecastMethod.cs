namespace FinOps.Core.Costs.Forecasting;

/// <summary>A way to go on with a series. Pure, and blind to everything but the past that it is given.</summary>
internal interface IForecastMethod
{
    string Name { get; }

    /// <summary>What it does, in one sentence for the report.</summary>
    string How { get; }

    /// <param name="past">At least <see cref="Forecaster.LearningDays"/> values.</param>
    /// <returns>One value for each of the next days, never below zero.</returns>
    decimal[] Continue(DailySeries past, int days);
}
